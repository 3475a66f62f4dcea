namespace Pulumi.Serialization;

/// <summary>
/// A property on the wire: null, bool, double, string, asset, archive, resource, or lists and dictionaries of them. Something unknown
/// or secret inside makes the whole property so.
/// </summary>
internal readonly record struct WireValue(object? Value, bool IsKnown, bool IsSecret);
