using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DrInfra.Recovery;

/// <summary>
/// The promise of one workload, kept next to its resources (an SSM parameter in each stack), so that a resource graph can be
/// judged alone: in a preview, in an export, in Terraform JSON. Durations are text. At most 4096 bytes as JSON, the limit of a
/// standard parameter.
/// </summary>
public sealed record RecoveryManifest
{
    /// <summary>The most bytes that a standard SSM parameter holds.</summary>
    public const int MaxBytes = 4096;

    /// <summary>The value of <see cref="Failover"/> while another Region than the primary's serves.</summary>
    public const string FailoverInProgress = "in-progress";

    /// <summary>The value of <see cref="Failover"/> at all other times.</summary>
    public const string NoFailover = "none";

    /// <summary>The value of <see cref="AutomaticFailover"/> while triggers start plans.</summary>
    public const string Armed = "armed";

    /// <summary>The value of <see cref="AutomaticFailover"/> while people start them, whatever the tier says.</summary>
    public const string Observe = "observe";

    private static readonly ManifestShapes Shapes = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    // What may be absent can be set: compiled readers would give what is only initialised no value of its own.

    /// <summary>The version of this shape.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The pair of stacks that the workload belongs to.</summary>
    public required string Pair { get; init; }

    /// <summary>The workload's name.</summary>
    public required string Workload { get; init; }

    /// <summary>Who answers for it; empty where the manifest does not say.</summary>
    public string Owner { get; set; } = "";

    /// <summary>The tier's name; empty where the manifest does not say.</summary>
    public string Tier { get; set; } = "";

    /// <summary>The strategy's name; null where the manifest does not say.</summary>
    public string? Strategy { get; set; }

    /// <summary>Home role of the stack that holds this copy: <c>primary</c> or <c>standby</c>.</summary>
    public string Role { get; set; } = "primary";

    /// <summary>
    /// <see cref="FailoverInProgress"/> from a failover until the failback, else <see cref="NoFailover"/>; null where the manifest does not say.
    /// </summary>
    public string? Failover { get; set; }

    /// <summary>The two Regions.</summary>
    public required ManifestRegions Regions { get; init; }

    /// <summary>What is promised, by disruption.</summary>
    public required IReadOnlyDictionary<string, ManifestObjective> Objectives { get; init; }

    /// <summary><c>automatic</c>, or the time people have to decide; null where the manifest does not say.</summary>
    public string? Decide { get; set; }

    /// <summary>
    /// <see cref="Armed"/> or <see cref="Observe"/>, where <see cref="Decide"/> is <c>automatic</c>; null where the manifest does not say.
    /// </summary>
    public string? AutomaticFailover { get; set; }

    /// <summary>The time people have to decide while nothing is armed; null where the manifest does not say.</summary>
    public string? DecideUntilArmed { get; set; }

    /// <summary>How soon corruption is noticed; null where the manifest does not say.</summary>
    public string? CorruptionDetection { get; set; }

    /// <summary><c>rollback</c>: a restore goes back to before the damage. <c>selective</c>: only what is damaged is repaired.</summary>
    public string Repair { get; set; } = "rollback";

    /// <summary><c>single</c> where one Region writes at a time, <c>multi</c> where both may.</summary>
    public string Writer { get; set; } = "single";

    /// <summary>The workload's name under the domain, where it has one.</summary>
    public string? Endpoint { get; set; }

    /// <summary>What the workload needs to serve at full size, in instances by store.</summary>
    public IReadOnlyDictionary<string, int> Capacity { get; set; } = new Dictionary<string, int>();

    /// <summary>The stores, with their sizes.</summary>
    public IReadOnlyList<ManifestStore> Stores { get; set; } = [];

    /// <summary>Jobs that run in one Region only; null where there are none.</summary>
    public IReadOnlyList<ManifestPipeline>? Pipelines { get; set; }

    /// <summary>The manifest as JSON on one line, the same bytes for the same manifest.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Shapes.RecoveryManifest);

    /// <summary>Reads a manifest back.</summary>
    /// <exception cref="JsonException">The text is not a manifest.</exception>
    public static RecoveryManifest FromJson(string json) =>
        JsonSerializer.Deserialize(json, Shapes.RecoveryManifest) ?? throw new JsonException("a manifest is an object, not null");
}

/// <summary>The Regions of a pair.</summary>
public sealed record ManifestRegions(string Primary, string Standby);

/// <summary>An objective as text; <c>none</c> = no objective.</summary>
public sealed record ManifestObjective(string Rpo, string Rto);

/// <summary>A store of a workload: size in GB (10^9 bytes), change rate in GB a day.</summary>
public sealed record ManifestStore(string Name, string Kind, double SizeGb, double ChangeGbPerDay)
{
    /// <summary>
    /// The disruptions under which the service offers no copy at all, so that nothing is promised for this store then; null = none. It excuses
    /// only what the reader of the service confirms.
    /// </summary>
    public IReadOnlyList<string>? None { get; set; }

    /// <summary>What consumers of a queue recognise a message by that they have processed; null where the manifest does not say.</summary>
    public string? DeduplicateBy { get; set; }

    /// <summary>
    /// True where the copy in this stack's Region is not declared yet, because an identity of the other stack has to be recorded first; null
    /// otherwise.
    /// </summary>
    public bool? Unrecorded { get; set; }

    /// <summary>True where a copy outside AWS is made of it; null otherwise.</summary>
    public bool? Outside { get; set; }
}

/// <summary>A pipeline of a workload.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Engine">What runs it, for example <c>container</c>.</param>
/// <param name="Every">When it starts, as cron says it; null = it runs all the time.</param>
/// <param name="Results"><c>at-least-once</c> or <c>idempotent</c>; null where the manifest does not say.</param>
public sealed record ManifestPipeline(string Name, string Engine, string? Every, string? Results)
{
    /// <summary>The stores that it reads; null where the manifest does not say.</summary>
    public IReadOnlyList<string>? Reads { get; set; }

    /// <summary>The stores that it writes; null where the manifest does not say.</summary>
    public IReadOnlyList<string>? Writes { get; set; }

    /// <summary>How large its state is, in GB (10^9 bytes); null where it has none, or the manifest does not say.</summary>
    public double? StateGb { get; set; }

    /// <summary>What arrives, in MB (10^6 bytes) a second; null where the manifest does not say.</summary>
    public double? InputMbPerSecond { get; set; }

    /// <summary>What it can process beside that, in MB a second; null where the manifest does not say.</summary>
    public double? SurplusMbPerSecond { get; set; }
}

/// <summary>How manifests are written and read, worked out when this is compiled: nothing has to be looked up at the start.</summary>
[JsonSerializable(typeof(RecoveryManifest))]
internal sealed partial class ManifestShapes : JsonSerializerContext;
