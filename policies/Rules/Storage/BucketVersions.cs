using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>Whether a bucket keeps the old versions of its objects.</summary>
internal static class BucketVersions
{
    /// <summary>Compliant where it does. The bucket's own block, a resource beside it, or object lock, which brings versions with it.</summary>
    public static Verdict Of(Estate estate, Node bucket)
    {
        var parts = BucketParts.Of(estate);
        var declared = parts[bucket, BucketPart.Versioning];
        var inline = bucket.Input("versioning").IsAbsent ? bucket.Input("versionings") : bucket.Input("versioning");
        var states = declared.Select(node => node["versioningConfiguration"]["status"]).Append(inline["enabled"]).Where(state => !state.IsAbsent).ToArray();
        foreach (var state in states)
        {
            if (state.IsKnown && state.Text is not ("Enabled" or "true"))
            {
                return Verdict.Violation($"versioning is {Spoken(state)}, enabled needed", state.Path);
            }
        }

        if (states.FirstOrDefault(state => state.IsUnknown) is { IsUnknown: true } unknown)
        {
            return Verdict.Unknown(unknown.Path);
        }

        if (states.Length > 0 || bucket.Input("objectLockEnabled").Flag == true)
        {
            return Verdict.Compliant;
        }

        if (inline.IsUnknown || parts.Homeless(bucket, BucketPart.Versioning) is not null)
        {
            return Verdict.Unknown("versioning");
        }

        return declared.Count > 0
            ? Verdict.Violation("versioning is declared without a status, enabled needed")
            : Verdict.Violation("old versions are not kept: versioning is not declared");
    }

    private static string Spoken(Prop state) => state.Text == "false" ? "off" : state.ToString();
}
