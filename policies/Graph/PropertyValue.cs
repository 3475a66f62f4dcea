namespace DrInfra.Policies.Graph;

/// <summary>
/// A value of a resource's inputs or outputs. Immutable; equality is by content. Constants and small numbers are shared,
/// because a graph can hold millions of values.
/// </summary>
public abstract record PropertyValue
{
    private protected PropertyValue()
    {
    }

    public static PropertyValue Null => NullValue.Instance;

    /// <summary>A value that only the deployment will tell.</summary>
    public static PropertyValue Unknown => UnknownValue.Instance;

    public static PropertyValue Of(bool value) => value ? BoolValue.True : BoolValue.False;

    public static PropertyValue Of(double value) => NumberValue.Of(value);

    public static PropertyValue Of(string value) => TextValue.Of(value);

    /// <summary>Marks a value as secret. A secret inside a secret stays one secret.</summary>
    public static PropertyValue Secret(PropertyValue value) => value as SecretValue ?? new SecretValue(value);

    /// <summary>The value without its secret mark.</summary>
    public PropertyValue Unwrapped => this is SecretValue secret ? secret.Value : this;

    /// <summary>Whether this value, or one at any depth inside it, is secret.</summary>
    public virtual bool ContainsSecret => false;

    /// <summary>Whether this value, or one at any depth inside it, is unknown.</summary>
    public virtual bool ContainsUnknown => false;

    /// <summary>The value as JSON, secrets hidden.</summary>
    public sealed override string ToString() => JsonPropertyText.ToJson(this);
}
