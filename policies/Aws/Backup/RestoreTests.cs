namespace DrInfra.Policies.Aws.Backup;

/// <summary>The restore tests of an estate that belong to a plan, by what they may take: with a thousand workloads, each has its own.</summary>
internal sealed class RestoreTests
{
    private readonly ILookup<(string? Region, string Arn), RestoreTestSelection> _byArn;
    private readonly ILookup<string?, RestoreTestSelection> _others;
    private readonly ILookup<string?, RestoreTestSelection> _all;

    public RestoreTests(Estate estate)
    {
        RestoreTestSelection[] tests = [.. RestoreTestSelection.All(estate).Where(test => test.Plan is not null)];
        var known = tests.ToLookup(test => test.NamesItsStores);
        _all = tests.ToLookup(test => test.Node.Region);
        _byArn = known[true].SelectMany(test => test.Arns.Select(arn => (Key: (test.Node.Region, WithoutAccount(arn)), Test: test)))
            .ToLookup(pair => pair.Key, pair => pair.Test);
        _others = known[false].ToLookup(test => test.Node.Region);
    }

    /// <summary>The tests of a Region that may take a store's backups.</summary>
    public IEnumerable<RestoreTestSelection> Of(string? region, BackupStore store) => !store.IsNamed
        ? _all[region]
        : _byArn[(region, WithoutAccount(store.ArnPattern))].Concat(_others[region]);

    // The account of a store is not always known, and all are of one anyway.
    private static string WithoutAccount(string arn) => arn.Split(':', 6) is [var a, var b, var c, var d, _, var f] ? $"{a}:{b}:{c}:{d}::{f}" : arn;
}
