using DrInfra.Recovery.Settings;

namespace DrInfra.Drctl.Commands;

/// <summary>
/// The shipped assumptions, for whoever has no recovery.yaml yet: verdicts rest on them visibly, so that a first run tells a sound stack from a
/// broken one. They are nobody's word, and never expire. What was said of one workload is not said of a stranger's.
/// </summary>
internal static class StockAssumptions
{
    /// <summary>Who said it, in reports.</summary>
    public const string Owner = "stock";

    private static readonly Lazy<RecoverySettings> Read = new(() =>
    {
        using var stream = typeof(StockAssumptions).Assembly.GetManifestResourceStream("stock.yaml")!;
        using var reader = new StreamReader(stream);
        var shipped = RecoverySettingsFile.Parse(reader.ReadToEnd(), "the stock assumptions");
        return RecoverySettings.None with
        {
            Assumptions =
            [
                .. shipped.Assumptions
                    .Where(assumption => !assumption.Id.Contains('@'))
                    .Select(assumption => assumption with { Owner = Owner, Expires = null }),
            ],
        };
    });

    public static RecoverySettings Settings => Read.Value;
}
