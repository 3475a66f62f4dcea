using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The settings of one namespace, by default the project's.</summary>
/// <exception cref="RunException">
/// From the members: a value is missing where it is required, or cannot be read as the type asked for.
/// </exception>
public sealed class Config
{
    private const string OldSuffix = ":config";

    private readonly string _name;
    private readonly ConfigValues _values;

    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        _name = name.EndsWith(OldSuffix, StringComparison.Ordinal) ? name[..^OldSuffix.Length] : name;
        _values = Deployment.Internal.Config;
    }

    private delegate bool Parser<T>(string text, out T value);

    public string? Get(string key) => _values.Find(FullKey(key));

    /// <summary>Only <c>true</c> and <c>false</c>.</summary>
    public bool? GetBoolean(string key) => Parse<bool>(key, nameof(Boolean), TryParseBoolean);

    /// <summary>In the invariant culture.</summary>
    public int? GetInt32(string key) => Parse<int>(key, nameof(Int32), TryParseInt32);

    /// <summary>In the invariant culture.</summary>
    public double? GetDouble(string key) => Parse<double>(key, nameof(Double), TryParseDouble);

    public T? GetObject<T>(string key) => ParseObject<T>(key, options: null).Value;

    public T? GetObject<T>(string key, JsonSerializerOptions options) => ParseObject<T>(key, options).Value;

    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    public Output<double>? GetSecretDouble(string key) => GetDouble(key) is { } value ? Output.CreateSecret(value) : null;

    public Output<T>? GetSecretObject<T>(string key) => SecretObject<T>(key, options: null);

    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) => SecretObject<T>(key, options);

    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <inheritdoc cref="GetBoolean"/>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    /// <inheritdoc cref="GetInt32"/>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    /// <inheritdoc cref="GetDouble"/>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    public T RequireObject<T>(string key) => RequiredObject<T>(key, options: null);

    public T RequireObject<T>(string key, JsonSerializerOptions options) => RequiredObject<T>(key, options);

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));

    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) =>
        Output.CreateSecret(RequireObject<T>(key, options));

    private static bool TryParseBoolean(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false";
    }

    private static bool TryParseInt32(string text, out int value) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryParseDouble(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);

    private string FullKey(string key) => $"{_name}:{key}";

    private T? Parse<T>(string key, string typeName, Parser<T> parser) where T : struct
    {
        if (Get(key) is not { } text)
        {
            return null;
        }

        return parser(text, out var value) ? value : throw WrongType(key, text, typeName);
    }

    private (bool IsThere, T? Value) ParseObject<T>(string key, JsonSerializerOptions? options)
    {
        if (Get(key) is not { } text)
        {
            return (false, default);
        }

        try
        {
            return (true, JsonSerializer.Deserialize<T>(text, options));
        }
        catch (JsonException)
        {
            throw WrongType(key, text, typeof(T).FullName ?? typeof(T).Name);
        }
    }

    private T RequiredObject<T>(string key, JsonSerializerOptions? options)
    {
        var (isThere, value) = ParseObject<T>(key, options);
        return isThere ? value! : throw Missing(key);
    }

    private Output<T>? SecretObject<T>(string key, JsonSerializerOptions? options)
    {
        var (isThere, value) = ParseObject<T>(key, options);
        return isThere ? Output.CreateSecret(value!) : null;
    }

    private RunException Missing(string key) => new(
        $"Missing Required configuration variable '{FullKey(key)}'\n\t"
        + $"please set a value using the command `pulumi config set {FullKey(key)} <value>`");

    private RunException WrongType(string key, string value, string typeName) =>
        new($"Configuration '{FullKey(key)}' value '{value}' is not a valid {typeName}");
}
