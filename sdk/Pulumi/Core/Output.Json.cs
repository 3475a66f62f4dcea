using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    /// <summary>
    /// The value as JSON, with outputs inside replaced by their values: unknown if one is unknown, secret if one is secret.
    /// </summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Apply(plain => new Output<string>(SerializeAsync(plain, options)));
    }

    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return json.Apply((Func<string, T>)(text => JsonSerializer.Deserialize<T>(text, options)!));
    }

    // A converter cannot wait. So what is not there yet is remembered and waited for, and the text is made again.
    private static async Task<OutputData<string>> SerializeAsync<T>(T value, JsonSerializerOptions? options)
    {
        while (true)
        {
            var converter = new OutputJsonConverter();
#pragma warning disable CA1869 // Each text has its own converter, because the converter keeps what it saw.
            var own = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
#pragma warning restore CA1869
            own.Converters.Insert(0, converter);
            var text = JsonSerializer.Serialize(value, own);
            if (converter.Pending.Count == 0)
            {
                return new OutputData<string>(
                    converter.IsKnown ? text : "", ResourceSet.Union(converter.Resources), converter.IsKnown, converter.IsSecret);
            }

            foreach (var output in converter.Pending)
            {
                await output.GetUntypedAsync().ConfigureAwait(false);
            }
        }
    }
}
