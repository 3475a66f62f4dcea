namespace DrInfra.Policies.Graph;

/// <summary>A secret. Its value may be read by a rule, but is never written to a file or printed.</summary>
public sealed record SecretValue : PropertyValue
{
    /// <summary>What stands for a secret wherever one is shown, and for one that could not be decrypted.</summary>
    public const string Placeholder = "[secret]";

    internal SecretValue(PropertyValue value) => Value = value;

    public PropertyValue Value { get; }

    /// <summary>Whether it is there and nobody can read it: an export without <c>--show-secrets</c>, or a preview.</summary>
    public bool IsSealed => Value is TextValue { Value: Placeholder };

    public override bool ContainsSecret => true;

    public override bool ContainsUnknown => Value.ContainsUnknown;
}
