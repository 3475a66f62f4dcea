namespace Pulumi.Serialization;

/// <summary>A member that goes over the wire as JSON text.</summary>
internal sealed record JsonValue(object Value);
