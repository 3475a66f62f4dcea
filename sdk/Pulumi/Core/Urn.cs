namespace Pulumi;

/// <summary>The identity of a resource: <c>urn:pulumi:{stack}::{project}::{qualifiedType}::{name}</c>.</summary>
public readonly struct Urn(string value) : IEquatable<Urn>
{
    private readonly string _value = value;

    public static implicit operator string(Urn value) => value._value;

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The URN a resource of this name and type has under the parent; project and stack default to the running ones.</summary>
    public static Output<string> Create(
        Input<string> name, Input<string> type, Resource? parent = null, Input<string>? parentUrn = null,
        Input<string>? project = null, Input<string>? stack = null)
    {
        var above = parent is null && parentUrn is null ? Output.Create("") : parent?.Urn ?? parentUrn!.ToOutput();
        var where = Output.Tuple(
            (stack ?? Deployment.Instance.StackName).ToOutput(), (project ?? Deployment.Instance.ProjectName).ToOutput());

        return Output.Tuple(name.ToOutput(), type.ToOutput(), above, where).Apply(parts =>
        {
            var (ownName, ownType, parentValue, (ownStack, ownProject)) = parts;
            var prefix = parentValue.Length == 0
                ? $"urn:pulumi:{ownStack}::{ownProject}::"
                : parentValue[..parentValue.LastIndexOf("::", StringComparison.Ordinal)] + "$";
            return $"{prefix}{ownType}::{ownName}";
        });
    }

    public bool Equals(Urn other) => _value == other._value;

    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
