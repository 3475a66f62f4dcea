namespace DrInfra.Policies.Aws.Iam;

/// <summary>The resources of a statement. A role of a large platform lists hundreds: those without wildcards are looked up, not tried one by one.</summary>
internal sealed class ResourcePatterns(IReadOnlyList<string> all)
{
    // Rules ask at the same time: one object, which the others see whole or not at all.
    private Sorted? _sorted;

    /// <summary>Whether one of them fits an ARN; null where that hangs on an id that is not known yet.</summary>
    public bool? Reaches(string arn)
    {
        // An account or id that stands for any fits more than itself.
        if (arn.Contains('{', StringComparison.Ordinal))
        {
            return Any(all, arn);
        }

        var (plain, wild) = _sorted ??= new Sorted(
            all.Where(pattern => !Wildcards.AreIn(pattern)).ToHashSet(StringComparer.Ordinal), [.. all.Where(pattern => Wildcards.AreIn(pattern))]);
        return plain.Contains(arn) ? true : Any(wild, arn);
    }

    private static bool? Any(IReadOnlyList<string> patterns, string arn)
    {
        bool? any = false;
        foreach (var pattern in patterns)
        {
            switch (IamPattern.Reaches(pattern, arn))
            {
                case true:
                    return true;
                case null:
                    any = null;
                    break;
            }
        }

        return any;
    }

    private sealed record Sorted(HashSet<string> Plain, string[] Wild);
}
