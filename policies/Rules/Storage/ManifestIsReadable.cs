using System.Text;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.Ssm;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Storage;

public sealed class ManifestIsReadable() : ResourceRule(SsmTypes.Parameter)
{
    private static readonly string[] Texts = ["pair", "workload", "owner", "tier", "role"];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (!Manifest.IsManifest(node))
        {
            return [Verdict.NotApplicable("another parameter")];
        }

        var value = node.Input("insecureValue").IsAbsent ? node["value"] : node["insecureValue"];
        if (value.IsUnknown || node["type"].IsUnknown)
        {
            return [Verdict.Unknown(value.IsUnknown ? value.Path : "type")];
        }

        return node["type"].Text != "String" ? [Verdict.Violation($"the parameter's type is {node["type"]}, String needed", "type")]
            : node.Input("insecureValue").IsAbsent && !node.Input("value").IsAbsent
                ? [Verdict.Violation("the manifest is in the secret property value, which a preview hides: insecureValue needed", "value")]
                : Judge(node, value);
    }

    private static IEnumerable<Verdict> Judge(Node node, Prop value)
    {
        if (Manifest.Read(node) is not { } manifest)
        {
            yield return Verdict.Violation("the value is not a JSON object", value.Path);
            yield break;
        }

        if (manifest["version"].Number != 1)
        {
            yield return Verdict.Violation($"the manifest's version is {manifest["version"]}, 1 needed", value.Path);
        }

        foreach (var missing in Texts.Where(text => string.IsNullOrEmpty(manifest[text].Text)))
        {
            yield return Verdict.Violation($"the manifest has no {missing}", value.Path);
        }

        var (primary, standby) = (manifest["regions"]["primary"].Text, manifest["regions"]["standby"].Text);
        if (string.IsNullOrEmpty(primary) || string.IsNullOrEmpty(standby) || primary == standby)
        {
            yield return Verdict.Violation($"the manifest's Regions are {primary ?? "nothing"} and {standby ?? "nothing"}, two needed", value.Path);
        }

        if (!manifest["objectives"].Members.Any())
        {
            yield return Verdict.Violation("the manifest has no objectives", value.Path);
        }

        if (node["name"].Text is { } name && name != $"/dr/{manifest["pair"]}/{manifest["workload"]}")
        {
            yield return Verdict.Violation($"{name} contains the manifest of {manifest["workload"]} of pair {manifest["pair"]}", "name");
        }

        if (Encoding.UTF8.GetByteCount(value.Text ?? "") > RecoveryManifest.MaxBytes && node["tier"].Text is null or "Standard")
        {
            yield return Verdict.Violation($"the manifest is longer than the {RecoveryManifest.MaxBytes} bytes of a standard parameter", value.Path);
        }
    }
}
