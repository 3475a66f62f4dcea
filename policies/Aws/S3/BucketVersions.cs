namespace DrInfra.Policies.Aws.S3;

/// <summary>Whether a bucket keeps the old versions of its objects, and for how long.</summary>
internal static class BucketVersions
{
    /// <summary>
    /// Why a bucket keeps none; null where it does: by its own block, a resource beside it, or object lock, which brings versions with it.
    /// </summary>
    public static Reason? Off(Estate estate, Node bucket)
    {
        var parts = BucketParts.Of(estate);
        var declared = parts[bucket, BucketPart.Versioning];
        var inline = bucket.Input("versioning").IsAbsent ? bucket.Input("versionings") : bucket.Input("versioning");
        var states = declared.Select(node => (Owner: node, State: node["versioningConfiguration"]["status"])).Append((Owner: bucket, State: inline["enabled"]))
            .Where(pair => !pair.State.IsAbsent).ToArray();
        foreach (var (owner, state) in states)
        {
            if (state.IsKnown && state.Text is not ("Enabled" or "true"))
            {
                return new Reason($"versioning is {(state.Text == "false" ? "off" : state.ToString())}, Enabled needed", owner, state.Path);
            }
        }

        if (states.FirstOrDefault(pair => pair.State.IsUnknown) is { Owner: { } holder } unknown)
        {
            return Reason.Unknown(holder, unknown.State.Path);
        }

        if (states.Length > 0 || bucket.Input("objectLockEnabled").Flag == true)
        {
            return null;
        }

        if (inline.IsUnknown || parts.Homeless(bucket, BucketPart.Versioning) is not null)
        {
            return Reason.Unknown(bucket, "versioning");
        }

        return declared.Count > 0
            ? new Reason("versioning has no status, Enabled needed", declared[0])
            : new Reason("noncurrent versions are not retained: versioning is not declared", bucket);
    }

    /// <summary>The fewest days that a rule in force keeps an old version; absent where none takes them away, unknown where that cannot be told.</summary>
    public static Prop KeptDays(Estate estate, Node bucket)
    {
        Prop[] days = [.. LifecycleRule.Of(estate, bucket).Where(rule => rule.MayBeEnabled).Select(rule => rule.VersionDays).Where(kept => !kept.IsAbsent)];
        return Array.Find(days, kept => kept.IsUnknown) is { IsUnknown: true } unknown
            ? unknown
            : days.OrderBy(kept => kept.Number ?? double.MaxValue).FirstOrDefault();
    }
}
