using DrInfra.Recovery;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Policies.Assessment.Verification;

/// <summary>One step of a story: how it came to what must not be.</summary>
/// <param name="At">The time since the first step; steps without a known duration take none.</param>
/// <param name="Text">What happens, with the resources that do it.</param>
public sealed record StoryLine(TimeSpan At, string Text)
{
    /// <summary>The time, and what happens.</summary>
    public override string ToString() => $"{DurationText.Format(At)}: {Text}";
}

/// <summary>Tells the steps of a machine in the words of what is declared.</summary>
internal static class Story
{
    public static IReadOnlyList<StoryLine> Of(Explored explored, ProtocolNames names)
    {
        var lines = new List<StoryLine>();
        var seconds = 0.0;
        foreach (var act in explored.Story)
        {
            seconds += act.Kind switch
            {
                ActKind.Tick or ActKind.ClockLosesTick => names.TickSeconds,
                ActKind.AlarmRings => lines.Exists(line => line.Text.Contains("reaches ALARM", StringComparison.Ordinal)) ? 0 : names.DetectSeconds,
                var kind => names.StepSeconds.GetValueOrDefault(kind),
            };
            if (Text(act, names) is { } text)
            {
                lines.Add(new StoryLine(TimeSpan.FromSeconds(seconds), text));
            }
        }

        lines.Add(new StoryLine(TimeSpan.FromSeconds(seconds), End(explored.Violated, names)));
        return lines;
    }

    private static string? Text(Act act, ProtocolNames names)
    {
        var (here, there) = (names.Regions[act.Region], names.Regions[1 - act.Region]);
        var vantage = act.Region == 0 ? "the other Region" : "the witness Region";
        return act.Kind switch
        {
            ActKind.Lost => $"{here} is lost",
            ActKind.CutOff => $"{here} is cut off from the other Regions",
            ActKind.Rejoined or ActKind.Rejoins => $"{here} is reached again",
            ActKind.Meant => $"{here} reads in {names.Beacon} that {here} is active",
            ActKind.NotMeant => $"{here} reads in {names.Beacon} that {there} is active",
            ActKind.ClockLosesTick => $"the clock of {here} is slow by {names.TickSeconds:0.#} s",
            ActKind.AlarmLies => $"the alarm in {vantage} reaches ALARM although all is well",
            ActKind.OrdersWithoutNeed => $"people start {names.Plan} for {here}, and nothing is lost",
            ActKind.Suspends => $"the follower in {here} suspends {names.Jobs}",
            ActKind.StartsJobs => $"{names.Jobs} start in {here} without a lease",
            ActKind.Asks => $"the follower in {here} asks for the lease",
            ActKind.Holds => $"{names.Table} says that {here} holds the lease",
            ActKind.Permits => $"{here} permits {names.Jobs}",
            ActKind.GivesUp => $"the follower in {here} gives up",
            ActKind.PodStarts => $"a pod of {names.Jobs} starts in {here} without a gate",
            ActKind.Writes => $"{names.Database} in {here} acknowledges a write",
            ActKind.Replicates => $"all writes of {here} arrive in {there}",
            ActKind.AlarmRings => $"the alarm in {vantage} reaches ALARM",
            ActKind.Orders => $"people start {names.Plan} for {here}",
            ActKind.Triggers => $"the trigger starts {names.Plan} for {here}",
            ActKind.Promotes => $"{names.Plan} promotes {names.Database} in {here}",
            ActKind.Raises => $"{names.Plan} scales out the pods in {here}",
            ActKind.Fails => $"a step of {names.Plan} fails for {here}, and the plan stops",
            ActKind.MovesBeacon => $"{names.Plan} moves {names.Beacon} to {here}",
            ActKind.MovesTraffic => $"{names.Plan} moves {names.Endpoint} to {here}",
            ActKind.HealthMovesTraffic => $"health checks move {names.Endpoint} to the other Region",
            ActKind.HealthMovesBeacon => $"health checks move {names.Beacon} to the other Region",
            ActKind.StartsPods => $"the follower in {here} starts the serving pods",
            ActKind.SuspendsPods => $"the follower in {here} suspends the serving pods",
            _ => null,
        };
    }

    private static string End(Invariant violated, ProtocolNames names) => violated switch
    {
        Invariant.OneRegionPermits => $"both {names.Regions[0]} and {names.Regions[1]} permit {names.Jobs}",
        Invariant.TrafficFollowsPromotion => $"traffic or jobs reach {names.Database} where it is not promoted",
        Invariant.TrafficFollowsPods => "traffic reaches a Region whose pods are suspended",
        Invariant.LossIsBounded => "more acknowledged writes are lost than the RPO allows",
        Invariant.OneSignalMovesNothing => "a failover without an outage, started by one signal",
        Invariant.OneRegionServes => "from here on no Region serves, whatever else happens",
        _ => "",
    };
}
