using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Diff;

/// <summary>
/// One leaf that differs. Null stands for absent. <paramref name="Ignored"/>: it lies under the resource's
/// <c>ignoreChanges</c>, so an update leaves the old value.
/// </summary>
public sealed record PropertyChange(PropertyPath Path, PropertyValue? Old, PropertyValue? New, bool Ignored);
