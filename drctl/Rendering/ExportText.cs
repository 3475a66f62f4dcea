using System.Text;
using DrInfra.Drctl.Export;
using DrInfra.Drctl.Kubernetes;

namespace DrInfra.Drctl.Rendering;

/// <summary>What was exported, in a few lines.</summary>
internal static class ExportText
{
    public static string Of(ExportReport report, string folder)
    {
        var text = new StringBuilder();
        text.Append(
            $"{report.Stack}: {report.Resources.Values.Sum()} resources of {report.Resources.Count} types, {report.References} references, in {folder}\n");
        foreach (var group in report.LeftOut.Where(part => part.Property is null && !IsObject(part)).GroupBy(part => (part.Type, part.Reason)))
        {
            text.Append($"  left out: {group.Count()} {group.Key.Type} ({group.Key.Reason})\n");
        }

        foreach (var group in report.LeftOut.Where(IsObject).GroupBy(part => part.Reason))
        {
            var kinds = group.GroupBy(part => KubernetesType.Of(part.Type)!.Shown)
                .OrderBy(kind => kind.Key, StringComparer.Ordinal)
                .Select(kind => $"{kind.Count()} {kind.Key}");
            text.Append($"  left out: {group.Count()} Kubernetes objects ({group.Key}): {string.Join(", ", kinds)}\n");
        }

        foreach (var group in report.LeftOut.Where(part => part.Property is not null).GroupBy(part => (part.Property, part.Reason)))
        {
            text.Append($"  left out: {group.Key.Property} of {group.Count()} resources ({group.Key.Reason})\n");
        }

        foreach (var variable in report.Variables)
        {
            text.Append($"  to be set: variable {variable.Name}, {variable.Description}\n");
        }

        return text.ToString();
    }

    private static bool IsObject(LeftOut part) => KubernetesType.Of(part.Type) is { IsObject: true };
}
