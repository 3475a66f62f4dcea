namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>
/// Patterns of event rules, held against the events that a service sends. A pattern is compared exactly, letter by letter. Sources: the AWS
/// Backup guide, "Monitoring AWS Backup events using Amazon EventBridge" (some events report a status, others a state), and the API types of
/// its jobs; the DataSync guide, "Monitoring your AWS DataSync transfers by using Amazon EventBridge"; the CloudWatch guide, "Alarm events and
/// EventBridge".
/// </summary>
internal static class EventPatterns
{
    private static readonly EventShape[] Known =
    [
        new("aws.backup", "Backup Job State Change", ["state"], ["status"],
            ["CREATED", "PENDING", "RUNNING", "ABORTING", "ABORTED", "COMPLETED", "FAILED", "EXPIRED", "PARTIAL"]),
        new("aws.backup", "Copy Job State Change", ["state"], ["status"], ["CREATED", "RUNNING", "COMPLETED", "FAILED", "PARTIAL"]),
        new("aws.backup", "Restore Job State Change", ["status"], ["state"], ["CREATED", "PENDING", "RUNNING", "ABORTED", "COMPLETED", "FAILED"]),
        new("aws.datasync", "DataSync Task Execution State Change", ["State"], ["status"],
            ["QUEUED", "LAUNCHING", "PREPARING", "TRANSFERRING", "VERIFYING", "SUCCESS", "ERROR", "CANCELLING"]),
        new("aws.cloudwatch", "CloudWatch Alarm State Change", ["state", "value"], ["state"], ["OK", "ALARM", "INSUFFICIENT_DATA"]),
    ];

    /// <summary>Why no event that the service sends fits a rule's pattern; null where one does, or the events are not known here.</summary>
    public static Reason? NeverMatches(Node rule)
    {
        var property = rule["eventPattern"];
        if (property.IsUnknown)
        {
            return Reason.Unknown(rule, property.Path);
        }

        if (property.Text is not { } text || JsonDocumentText.Parse(text, "eventPattern") is not { } pattern)
        {
            return property.IsStated() ? new Reason("its pattern is not valid JSON", rule, property.Path) : null;
        }

        var (sources, types) = (Texts(pattern["source"]), Texts(pattern["detail-type"]));
        return Known.Where(shape => sources.Contains(shape.Source))
            .Select(shape => types.Contains(shape.Type) ? Differs(shape, pattern["detail"])
                : types.Find(type => string.Equals(type, shape.Type, StringComparison.OrdinalIgnoreCase)) is { } spelled
                    ? $"there is no event {spelled}, only {shape.Type}"
                    : null)
            .OfType<string>().Select(fault => new Reason(fault, rule, property.Path)).FirstOrDefault();
    }

    /// <summary>Whether a rule takes the events of a service that state a value in a field of their detail; null where only the deployment will tell.</summary>
    public static bool? Takes(Node rule, string source, string field, string value)
    {
        var property = rule["eventPattern"];
        if (property.IsUnknown || property.Text is not { } text || JsonDocumentText.Parse(text, property.Path) is not { } pattern)
        {
            return property.IsUnknown ? null : false;
        }

        // A plain value, or one that is compared in another way, such as without regard to case.
        var wanted = pattern["detail"][field];
        return pattern["source"].Items.Any(item => item.Text == source) && (wanted.IsAbsent || wanted.Items.Any(item => item.Text == value
            || item.Members.Any(member => string.Equals(member.Value.Text, value, StringComparison.OrdinalIgnoreCase))));
    }

    private static string? Differs(EventShape shape, Prop detail)
    {
        if (detail.IsAbsent)
        {
            return null;
        }

        var (told, meant) = (At(detail, shape.Other), At(detail, shape.Field));
        var (field, other) = (string.Join('.', shape.Field), string.Join('.', shape.Other));
        if (meant.IsAbsent)
        {
            return told.Value is ListValue ? $"{shape.Type} has no detail.{other}, only detail.{field}" : null;
        }

        // What is compared otherwise than by its letters may well fit.
        var wanted = Texts(meant);
        return wanted.Count == meant.Items.Count && wanted.Count > 0 && !wanted.Exists(value => shape.Values.Contains(value, StringComparer.Ordinal))
            ? $"detail.{field} of a {shape.Type} is never {string.Join(" or ", wanted)}: it is one of {string.Join(", ", shape.Values)}" : null;
    }

    private static Prop At(Prop detail, IReadOnlyList<string> path) => path.Aggregate(detail, (found, step) => found.Value is MapValue ? found[step] : default);

    private static List<string> Texts(Prop list) => [.. list.Items.Where(item => item.Value is TextValue).Select(item => item.Text!)];

    /// <param name="Field">Where the event tells its state, below <c>detail</c>.</param>
    /// <param name="Other">Where patterns look for it by mistake.</param>
    private sealed record EventShape(string Source, string Type, IReadOnlyList<string> Field, IReadOnlyList<string> Other, IReadOnlyList<string> Values);
}
