namespace DrInfra.Policies.Aws;

/// <summary>The parts of an Amazon Resource Name: <c>arn:partition:service:region:account:resource</c>. Each is cut out when it is asked for.</summary>
public readonly struct Arn
{
    private const string Prefix = "arn:";

    private readonly string? _text;
    private readonly int _partition;
    private readonly int _service;
    private readonly int _region;
    private readonly int _account;

    // Where each part ends.
    private Arn(string text, int partition, int service, int region, int account) =>
        (_text, _partition, _service, _region, _account) = (text, partition, service, region, account);

    public string Partition => Part(Prefix.Length, _partition);

    public string Service => Part(_partition + 1, _service);

    public string Region => Part(_service + 1, _region);

    public string Account => Part(_region + 1, _account);

    /// <summary>All after the fifth colon, such as <c>table/orders</c> or <c>backup-vault:main</c>.</summary>
    public string Resource => _text?[(_account + 1)..] ?? "";

    public static bool TryParse(string? text, out Arn arn)
    {
        arn = default;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        Span<int> ends = stackalloc int[4];
        var at = Prefix.Length;
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = text.IndexOf(':', at);
            if (ends[i] < 0)
            {
                return false;
            }

            at = ends[i] + 1;
        }

        arn = new Arn(text, ends[0], ends[1], ends[2], ends[3]);
        return true;
    }

    public Arn WithResource(string resource) => new(string.Concat(_text.AsSpan(0, _account + 1), resource), _partition, _service, _region, _account);

    public override string ToString() => _text ?? "";

    /// <summary>The Region that an ARN names; null where the text is no ARN or the resource is global.</summary>
    public static string? RegionOf(string? text) => TryParse(text, out var arn) && arn._region > arn._service + 1 ? arn.Region : null;

    /// <summary>The name at the end: <c>orders</c> of <c>table/orders</c>, <c>main</c> of <c>backup-vault:main</c>.</summary>
    public string Name => Rest[(KindLength is var length and >= 0 ? length + 1 : 0)..].ToString();

    /// <summary>What the resource is: <c>table</c> of <c>table/orders</c>; empty where the ARN has a bare name (buckets, topics, queues).</summary>
    public string Kind => Rest[..Math.Max(KindLength, 0)].ToString();

    /// <summary>Whether it is of a service, and of a kind of resource there; of any bare name where the kind is empty.</summary>
    public bool Is(string service, string kind) => _text is not null
        && _text.AsSpan((_partition + 1).._service).SequenceEqual(service)
        && (kind.Length == 0 ? Rest.Length > 0 : Rest[..Math.Max(KindLength, 0)].SequenceEqual(kind));

    private ReadOnlySpan<char> Rest => _text is null ? default : _text.AsSpan(_account + 1);

    private int KindLength => Rest.IndexOfAny(':', '/');

    private string Part(int start, int end) => _text?[start..end] ?? "";
}
