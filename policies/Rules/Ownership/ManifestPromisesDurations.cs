using DrInfra.Policies.Assessment;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Ownership;

public sealed class ManifestPromisesDurations : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        var promises = recovery.Promises;
        foreach (var (node, problem) in promises.Unreadable)
        {
            yield return Finding.Violation(node, problem);
        }

        foreach (var node in promises.All.SelectMany(promise => promise.Nodes))
        {
            foreach (var (key, text) in Durations(Promises.Read(node).Manifest!))
            {
                yield return Finding.Violation(node, $"{key} is {text}, {DurationText.Allowed} is needed");
            }
        }
    }

    private static IEnumerable<(string Key, string Text)> Durations(RecoveryManifest manifest)
    {
        foreach (var (name, objective) in manifest.Objectives)
        {
            if (!DisruptionNames.All.Any(disruption => disruption.Text() == name))
            {
                yield return ($"objectives.{name}", "no disruption");
            }

            foreach (var (part, text) in new[] { ("rpo", objective.Rpo), ("rto", objective.Rto) })
            {
                if (text is not "none" && !DurationText.TryParse(text, out _))
                {
                    yield return ($"objectives.{name}.{part}", text ?? "nothing");
                }
            }
        }

        if (manifest.Decide is not (null or "automatic") && !DurationText.TryParse(manifest.Decide, out _))
        {
            yield return ("decide", manifest.Decide);
        }

        if (manifest.CorruptionDetection is { } detection && !DurationText.TryParse(detection, out _))
        {
            yield return ("corruptionDetection", detection);
        }
    }
}
