namespace DrInfra.Infra.Routing;

/// <summary>A health check that a Region-switch plan hands out.</summary>
/// <param name="Id">Its id in Route 53.</param>
/// <param name="ZoneId">The hosted zone.</param>
/// <param name="RecordName">The record's name.</param>
/// <param name="Region">Whose traffic it stands for.</param>
public sealed record PlanHealthCheck(string Id, string ZoneId, string RecordName, string Region)
{
    /// <summary>The id of the one check for a record and a Region. Names are the same with and without a dot at the end.</summary>
    /// <exception cref="InvalidOperationException">There is none, or there are several.</exception>
    public static string IdFor(IEnumerable<PlanHealthCheck> checks, string planName, string zoneId, string recordName, string region)
    {
        var all = checks.ToList();
        var matching = all.Where(check => check.ZoneId == zoneId && check.Region == region && SameName(check.RecordName, recordName)).ToList();
        if (matching.Count == 1)
        {
            return matching[0].Id;
        }

        var wanted = $"plan {planName}: {(matching.Count == 0 ? "no health check" : $"{matching.Count} health checks")} "
            + $"for record {recordName} of zone {zoneId} in {region}";
        var got = all.Count == 0
            ? "the plan handed out none"
            : $"the plan handed out {string.Join(", ", all.Select(check => $"{check.RecordName} of {check.ZoneId} in {check.Region}"))}";
        throw new InvalidOperationException(
            $"{wanted}; {got}. A plan has one routing step for each record, and one check for each Region; a plan that was just made may need "
            + "a minute to make its checks: run the update again.");
    }

    private static bool SameName(string one, string other) =>
        string.Equals(one.TrimEnd('.'), other.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);
}
