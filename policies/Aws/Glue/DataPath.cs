using System.Text.RegularExpressions;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.S3Control;

namespace DrInfra.Policies.Aws.Glue;

/// <summary>A path of a catalogue, and the buckets that it leads to: one, or those behind a multi-Region access point.</summary>
/// <param name="Node">The resource that states it.</param>
/// <param name="Property">Its path in the resource.</param>
/// <param name="Name">What stands where a bucket's name does; empty where it is not known.</param>
/// <param name="Key">What the keys of its objects begin with, without slashes at the ends; null where it is not known.</param>
internal sealed partial record DataPath(Node Node, string Property, string Name, string? Key)
{
    public IReadOnlyList<Node> Buckets { get; private init; } = [];

    /// <summary>Why its bucket is not known; null where it is.</summary>
    public Reason? Unclear { get; private init; }

    /// <summary>What a property leads to; null where it states nothing, or no path of S3.</summary>
    public static DataPath? Of(Estate estate, Node node, Prop property)
    {
        if (property.IsUnknown)
        {
            var made = ReferenceResolver.Declared(node, property.RootName, [.. BucketScope.Types, S3Types.AccessPoint, S3ControlTypes.MultiRegionAccessPoint]);
            Node[] buckets = [.. made.SelectMany(source => Behind(estate, source)).Distinct()];
            var isOne = buckets.Length == 1 || (made.Count == 1 && buckets.Length > 1);
            return new DataPath(node, property.Path, "", null)
            {
                Buckets = isOne ? buckets : [],
                Unclear = isOne ? null : Reason.Unknown(node, property.Path),
            };
        }

        if (property.Text is not { } text || Path().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var name = match.Groups["bucket"].Value;
        Node[] found = [.. Named(estate, node, name)];
        return new DataPath(node, property.Path, name, match.Groups["key"].Value.Trim('/'))
        {
            Buckets = found,
            Unclear = found.Length > 0 ? null : Reason.Uncertain($"{name} is not in these graphs: nothing tells where it is", node, property.Path),
        };
    }

    /// <summary>What a property leads to that states where something lies: of a path outside of S3 nothing is known.</summary>
    public static DataPath Location(Estate estate, Node node, Prop property) => Of(estate, node, property) ?? new DataPath(node, property.Path, "", null)
    {
        Unclear = Reason.Uncertain($"it lies in {property}, which is no path of S3", node, property.Path),
    };

    /// <summary>The path of something below it.</summary>
    public DataPath Below(string name) => this with { Key = Key is null ? null : $"{Key}/{name}".Trim('/') };

    /// <summary>The bucket that is left when a Region is lost; null where all of them are lost, or their Regions are not known.</summary>
    public Node? Outside(string? lost) => Buckets.FirstOrDefault(bucket => bucket.Region is not null && bucket.Region != lost);

    private static IEnumerable<Node> Named(Estate estate, Node from, string name)
    {
        if (estate.References.Named(from, name, BucketScope.Types) is { } bucket)
        {
            return [bucket];
        }

        var points = estate.OfTypes(S3Types.AccessPoint, S3ControlTypes.MultiRegionAccessPoint).Where(point => IsNamed(point, name)).ToArray();
        return points.Length == 1 ? Behind(estate, points[0]) : [];
    }

    // By the ARN, or by the alias that stands where a bucket's name does. The alias of an access point of one Region has random characters.
    private static bool IsNamed(Node point, string name) =>
        point.Output("arn").Text == name || point.Output("alias").Text == name
        || (Arn.TryParse(name, out var arn) && (arn.Region.Length == 0
            ? arn.Name == point.Output("alias").Text
            : arn.Region == point.Region && arn.Name == point["name"].Text));

    private static IEnumerable<Node> Behind(Estate estate, Node source) => source.Type switch
    {
        S3Types.AccessPoint => estate.References.Follow(source, "bucket", BucketScope.Types).Target is { } bucket ? [bucket] : [],
        S3ControlTypes.MultiRegionAccessPoint =>
            AccessPoint.In(estate).First(point => point.Node == source).Buckets.Select(bucket => bucket.Target).OfType<Node>(),
        _ => [source],
    };

    // s3://bucket/key, in the writings of Hadoop too. An ARN has slashes of its own: arn:aws:s3:REGION:ACCOUNT:accesspoint/NAME.
    [GeneratedRegex("^s3[an]?://(?<bucket>arn:[^/]+(?:[:/]accesspoint[:/][^/]+|/[^/]+)|[^/]+)(?:/(?<key>.*))?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Path();
}
