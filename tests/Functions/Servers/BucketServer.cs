using System.Globalization;
using System.Net;
using System.Xml.Linq;

namespace DrInfra.Tests.Functions.Servers;

/// <summary>
/// S3 in one Region, with one bucket, and the requests that savepoints need. What is put here reaches another Region only when a test replicates it.
/// </summary>
internal sealed class BucketServer(string bucket) : HttpServer
{
    // Few, so that lists have several pages.
    private const int Page = 4;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, string> _objects = new(StringComparer.Ordinal);
    private readonly List<string> _unexpected = [];

    public string Bucket => bucket;

    /// <summary>No request is answered.</summary>
    public bool IsSilent { get; set; }

    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_lock)
            {
                return [.. _objects.Keys];
            }
        }
    }

    public IReadOnlyList<string> Unexpected => _unexpected;

    public string? this[string name]
    {
        get
        {
            lock (_lock)
            {
                return _objects.GetValueOrDefault(name);
            }
        }

        set
        {
            lock (_lock)
            {
                _objects[name] = value!;
            }
        }
    }

    /// <summary>Replicates what is there now, as far as the test lets it through.</summary>
    public void ReplicateTo(BucketServer other, Func<string, bool> through)
    {
        foreach (var name in Names.Where(through))
        {
            other[name] = this[name];
        }
    }

    protected override Task<(int Status, string Body)?> AnswerAsync(HttpListenerRequest request, string body)
    {
        lock (_lock)
        {
            return Task.FromResult<(int, string)?>(IsSilent ? null : Answer(request, body));
        }
    }

    private (int Status, string Body) Answer(HttpListenerRequest request, string body)
    {
        var path = Uri.UnescapeDataString(request.Url!.AbsolutePath);
        var name = path.StartsWith($"/{bucket}/", StringComparison.Ordinal) ? path[(bucket.Length + 2)..] : "";
        switch (request.HttpMethod)
        {
            case "GET" when path.TrimEnd('/') == $"/{bucket}" && request.QueryString["list-type"] == "2":
                return (200, List(request));
            case "GET" when name.Length > 0:
                return _objects.TryGetValue(name, out var text) ? (200, text) : Fault(404, "NoSuchKey");
            case "PUT" when name.Length > 0 && request.Headers["If-None-Match"] == "*":
                if (_objects.ContainsKey(name))
                {
                    return Fault(412, "PreconditionFailed");
                }

                var length = request.Headers["x-amz-decoded-content-length"];
                _objects[name] = length is null ? body : Unchunked(body, int.Parse(length, CultureInfo.InvariantCulture));
                return (200, "");
            default:
                _unexpected.Add($"{request.HttpMethod} {request.Url.PathAndQuery}");
                return Fault(403, "AccessDenied");
        }
    }

    private string List(HttpListenerRequest request)
    {
        var (prefix, delimiter) = (request.QueryString["prefix"] ?? "", request.QueryString["delimiter"]);
        var after = request.QueryString["continuation-token"] ?? request.QueryString["start-after"] ?? "";
        var all = _objects.Keys
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => delimiter is not null && name.IndexOf('/', prefix.Length) is >= 0 and var end ? name[..(end + 1)] : name)
            .Distinct()
            .Where(name => string.CompareOrdinal(name, after) > 0)
            .ToList();
        var page = all.Take(Page).ToList();
        return new XDocument(new XElement(
            "ListBucketResult",
            new XElement("IsTruncated", all.Count > Page),
            all.Count > Page ? new XElement("NextContinuationToken", page[^1]) : null,
            page.Where(_objects.ContainsKey).Select(name => new XElement("Contents", new XElement("Key", name), new XElement("Size", _objects[name].Length))),
            page.Where(name => !_objects.ContainsKey(name)).Select(name => new XElement("CommonPrefixes", new XElement("Prefix", name))))).ToString();
    }

    // The SDK sends a body in one chunk, with a line before it that says how long it is.
    private static string Unchunked(string body, int length) => body.Substring(body.IndexOf("\r\n", StringComparison.Ordinal) + 2, length);

    private static (int Status, string Body) Fault(int status, string code) => (status, new XElement("Error", new XElement("Code", code)).ToString());
}
