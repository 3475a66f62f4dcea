using System.Text.RegularExpressions;

namespace DrInfra.Policies.Aws.S3;

/// <summary>A place that a file system's client is given: <c>s3a://bucket/prefix</c>, <c>hdfs:///tables</c>, <c>file:/tmp</c>.</summary>
/// <param name="Scheme">Lower-case; empty where none is written.</param>
/// <param name="Host">The bucket, or the name of a file system; empty where none is written.</param>
/// <param name="Key">Without a slash at its start.</param>
internal sealed partial record ObjectLocation(string Scheme, string Host, string Key)
{
    /// <summary>Whether it is in S3, whichever client writes it.</summary>
    public bool IsInS3 => Scheme is "s3" or "s3a" or "s3n" or "s3p";

    public static ObjectLocation Parse(string text)
    {
        var match = Form().Match(text.Trim());
        return new ObjectLocation(match.Groups["scheme"].Value.ToLowerInvariant(), match.Groups["host"].Value, match.Groups["key"].Value.TrimStart('/'));
    }

    /// <summary>The bucket, where a program here declares it.</summary>
    public Node? BucketIn(Estate estate, Node from) => IsInS3 ? estate.References.Named(from, Host, [.. BucketScope.Types]) : null;

    [GeneratedRegex("^(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?(?://(?<host>[^/]*))?(?<key>.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();
}
