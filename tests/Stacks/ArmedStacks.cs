using DrInfra.Drctl.Recording;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Stacks;

/// <summary>The shipped pair with <c>automaticFailover: armed</c>, previewed once, and the statements that arming asks of recovery.yaml.</summary>
public sealed class ArmedStacks : IAsyncLifetime
{
    private const string Said = ", value: yes, why: a trial, owner: platform-engineering, reviewed: 2026-11-20, expires: 2027-02-20 }";

    /// <summary>That each direction is armed without a drill.</summary>
    public static IReadOnlyList<string> WithoutDrills { get; } =
    [
        "- { id: armed-without-a-drill@ledger/eu-central-1" + Said, "- { id: armed-without-a-drill@ledger/eu-west-1" + Said,
    ];

    /// <summary>That a trigger takes alarms of the witness.</summary>
    public const string ThirdRegion = "- { id: region-switch-alarm-of-a-third-region@ledger" + Said;

    public StackPreviewResult Dev { get; private set; } = null!;

    public StackPreviewResult Dr { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Dev = await ShippedStacks.PreviewAsync("dev", "automaticFailover=armed");
        Dr = await ShippedStacks.PreviewAsync("dr", "automaticFailover=armed");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>What is said of the pair, with more entries under assumptions and evidence.</summary>
    internal static CheckReport Check(ResourceGraph dev, ResourceGraph dr, IEnumerable<string> assumptions, params IEnumerable<string> evidence) =>
        StackCheck.Run(Estate.Of([dev, dr], AwsNames.Instance), With(assumptions, evidence), ShippedVerdicts.AsOf);

    /// <summary>The example's recovery.yaml with more entries under assumptions and evidence.</summary>
    internal static RecoverySettings With(IEnumerable<string> assumptions, IEnumerable<string> evidence)
    {
        var more = RecoverySettingsFile.Parse(Section("assumptions", assumptions) + Section("evidence", evidence), "recovery.yaml");
        return ShippedVerdicts.Settings with
        {
            Assumptions = [.. ShippedVerdicts.Settings.Assumptions, .. more.Assumptions],
            Evidence = [.. ShippedVerdicts.Settings.Evidence, .. more.Evidence],
        };

        static string Section(string name, IEnumerable<string> entries) =>
            entries.Any() ? $"{name}:\n{string.Concat(entries.Select(entry => $"  {entry}\n"))}" : "";
    }
}
