using System.Text;
using System.Text.Json;
using DrInfra.Drctl.Diff;
using DrInfra.Drctl.Reports;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Rendering;

/// <summary>
/// What is about to be done, for programs: all stacks' changes in one list, what is refused and what is waived, and the objectives before
/// and after. The same bytes for the same files and date; secrets are hidden, as in graph files.
/// </summary>
public static class DiffJson
{
    public static string Render(ChangeReview review)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, JsonReport.Indented))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", 1);
            writer.WriteString("stack", string.Join(", ", review.Stacks.Select(stack => stack.Diff.Stack)));
            writer.WriteString("asOf", review.After.Report.AsOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            writer.WriteBoolean("emulated", review.Stacks.All(stack => stack.Before.Emulated && stack.After.Emulated));
            writer.WriteBoolean("refused", review.IsRefused);
            WriteSummary(writer, review);
            JsonReport.WriteArray(writer, "changes", [.. review.Stacks.SelectMany(stack => stack.Diff.Changes.Select(change => (stack.Diff.Stack, change)))], item => WriteChange(writer, item.Stack, item.change));
            JsonReport.WriteArray(writer, "refusals", review.Refused, operation => WriteOperation(writer, operation));
            JsonReport.WriteArray(writer, "waived", review.Waived, waived =>
            {
                WriteOperation(writer, waived.Operation);
                writer.WriteString("because", waived.Waiver.Reason);
                writer.WriteString("owner", waived.Waiver.Owner);
                writer.WriteString("expires", waived.Waiver.Expires.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            });
            JsonReport.WriteList(writer, "idleWaivers", review.IdleWaivers);
            JsonReport.WriteArray(writer, "objectives", review.Objectives, delta => WriteDelta(writer, delta));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void WriteSummary(Utf8JsonWriter writer, ChangeReview review)
    {
        int Count(Operation operation) => review.Stacks.Sum(stack => stack.Diff.Count(operation));

        writer.WriteStartObject("summary");
        writer.WriteNumber("create", Count(Operation.Create));
        writer.WriteNumber("update", Count(Operation.Update));
        writer.WriteNumber("mayReplace", Count(Operation.MayReplace));
        writer.WriteNumber("replace", Count(Operation.Replace));
        writer.WriteNumber("delete", Count(Operation.Delete));
        writer.WriteNumber("ignored", Count(Operation.Ignored));
        writer.WriteNumber("unchanged", review.Stacks.Sum(stack => stack.Unchanged));
        writer.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter writer, string stack, ResourceChange change)
    {
        writer.WriteString("stack", stack);
        writer.WriteString("urn", change.Urn);
        writer.WriteString("type", change.Type);
        writer.WriteString("name", change.Name);
        writer.WriteString("operation", Camel(change.Operation));
        writer.WriteBoolean("data", change.IsData);
        if (change.Note is { } note)
        {
            writer.WriteString("note", note);
        }

        JsonReport.WriteArray(writer, "properties", change.Properties, property =>
        {
            writer.WriteString("path", property.Path.ToString());
            WriteValue(writer, "old", property.Old);
            WriteValue(writer, "new", property.New);
            writer.WriteBoolean("ignored", property.Ignored);
        });
        JsonReport.WriteArray(writer, "options", change.Options, option =>
        {
            writer.WriteString("name", option.Name);
            writer.WriteString("old", option.Old);
            writer.WriteString("new", option.New);
        });
        JsonReport.WriteList(writer, "refusals", [.. change.Refusals.Select(refusal => refusal.Reason)]);
    }

    private static void WriteOperation(Utf8JsonWriter writer, RefusedOperation operation)
    {
        writer.WriteString("rule", operation.Refusal.Rule.Id);
        writer.WriteString("urn", operation.Change.Urn);
        writer.WriteString("operation", Camel(operation.Change.Operation));
        writer.WriteString("reason", operation.Refusal.Reason);
        writer.WriteString("fix", operation.Refusal.Rule.Fix);
    }

    private static void WriteDelta(Utf8JsonWriter writer, ObjectiveDelta delta)
    {
        writer.WriteString("workload", delta.Workload);
        writer.WriteString("disruption", delta.Disruption.Text());
        writer.WriteString("change", Camel(delta.Kind));
        WriteSide(writer, "before", delta.Before);
        WriteSide(writer, "after", delta.After);
    }

    private static void WriteSide(Utf8JsonWriter writer, string name, Outcome? outcome)
    {
        if (outcome is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        JsonReport.WriteFigure(writer, "rpo", outcome.Rpo.Figure);
        JsonReport.WriteFigure(writer, "rto", outcome.Rto.Figure);
        writer.WriteStartObject("objective");
        JsonReport.WritePromise(writer, "rpo", outcome.Objective.Rpo);
        JsonReport.WritePromise(writer, "rto", outcome.Objective.Rto);
        writer.WriteEndObject();
        writer.WriteString("verdict", outcome.Verdict.ToString());
        writer.WriteString("because", outcome.Because);
        writer.WriteEndObject();
    }

    /// <summary>An absent value is left out.</summary>
    private static void WriteValue(Utf8JsonWriter writer, string name, PropertyValue? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(value is SecretValue ? $"\"{SecretValue.Placeholder}\"" : JsonPropertyText.ToJson(value));
        }
    }

    private static string Camel(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
