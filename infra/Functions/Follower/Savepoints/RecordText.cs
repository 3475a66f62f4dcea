using System.Text.Encodings.Web;
using System.Text.Json;

namespace DrInfra.Infra.Functions.Follower.Savepoints;

/// <summary>
/// The records as text. Each value must be there and of its kind. What a newer follower of the other Region adds is passed over: it must not make
/// its savepoints unusable.
/// </summary>
internal static class RecordText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        IgnoreReadOnlyProperties = true,
    };

    public static string Write<T>(T record) => JsonSerializer.Serialize(record, Options);

    /// <exception cref="JsonException">It is no such record.</exception>
    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("it is null");
}
