using DrInfra.Recovery.Settings.Kit;
using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Drctl.Recording;

/// <summary>What a run that has come to a standstill is waiting for, as far as can be seen from outside without waiting too.</summary>
internal sealed class Standstill(ResourceRecorder recorder, PropertyReader reader, ProgramRun run)
{
    private const int MostShown = 10;

    public ProblemsException After(TimeSpan patience)
    {
        var waiting = recorder.Unanswered();
        Problem[] causes = [.. waiting.SelectMany(CausesOf).OrderByDescending(cause => cause.Fix is not null)];
        if (causes.Length == 0)
        {
            causes = [.. PendingOutputs().DefaultIfEmpty(new Problem(run.HasReturned
                ? "an output outside any resource never resolves"
                : "the program does not return: it may wait for the value of an output"))];
        }

        var more = causes.Length - MostShown;
        return new ProblemsException(
        [
            new Problem(
                $"the program is stuck: no resource was declared or answered for {patience.TotalSeconds:0.#} s",
                Got: $"{waiting.Count} of {recorder.Count} resources wait"),
            .. causes.Take(MostShown),
            .. more > 0 ? [new Problem($"{more} more wait")] : Array.Empty<Problem>(),
        ]);
    }

    private IEnumerable<Problem> CausesOf(RecordedResource record)
    {
        var who = $"{record.Type} {record.Name}";
        if (record.Asked)
        {
            return [new Problem("waits for the emulated cloud", who)];
        }

        var causes = new List<Problem>();
        foreach (var (name, isThere, sources) in GivenTo(record))
        {
            if (!isThere)
            {
                causes.Add(new Problem($"waits for the value of {name}, which never resolves", who));
            }
            else if (sources.FirstOrDefault(source => IsAbove(source, record)) is { } component)
            {
                causes.Add(new Problem(
                    $"waits for itself: {name} leads to {component.GetResourceType()} {component.GetResourceName()}, which includes its children",
                    who,
                    Fix: "depend on the resources that are needed, not on their component"));
            }
        }

        if (causes.Count == 0)
        {
            var parent = record.Parent is { IsStack: false, IsAnswered: false } above ? $"its parent {above.Type} {above.Name}" : "others";
            causes.Add(new Problem($"waits for {parent}", who));
        }

        return causes;
    }

    /// <summary>Its options and inputs, whether they are there, and if so the resources that they were made from.</summary>
    private IEnumerable<(string Name, bool IsThere, IEnumerable<Resource> Sources)> GivenTo(RecordedResource record)
    {
        if (record.DependsOn is { } dependsOn)
        {
            var read = OutputUtilities.GetValueAsync(dependsOn);
            yield return ("dependsOn", read.IsCompleted, read is { IsCompletedSuccessfully: true, Result: { IsDefault: false } given } ? given : []);
        }

        foreach (var (member, value) in record.Given ?? [])
        {
            var sources = new HashSet<Resource>(ReferenceEqualityComparer.Instance);
            var read = reader.ReadMemberAsync(member, value, sources);
            yield return (member.Name, read.IsCompleted, read.IsCompleted ? sources : []);
        }
    }

    private bool IsAbove(Resource source, RecordedResource record)
    {
        for (var above = record.Parent; above is { Custom: false }; above = above.Parent)
        {
            if (above == recorder.Find(source))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Problem> PendingOutputs() =>
        from output in run.Outputs
        where !reader.ReadAsync(output.Value, new HashSet<Resource>()).IsCompleted
        select new Problem("its value never resolves", $"stack output {output.Key}");
}
