using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;

namespace DrInfra.Drctl.Emulation;

/// <summary>What a declared aws provider says of its resources. Region null: not known; account null: the stack's own.</summary>
internal sealed record EmulatedProvider(string? Region, string? AccountId, IReadOnlyDictionary<string, object> DefaultTags)
{
    public static EmulatedProvider Of(EmulationRequest request)
    {
        var roles = Structured(request.Inputs.GetValueOrDefault("assumeRoles"));
        var role = roles is [{ } first, ..] ? EmulationRequest.AsMap(first)?.GetValueOrDefault("roleArn") as string : null;
        var account = role?.Split(':') is { Length: 6 } arn ? arn[4] : null;
        var allowed = Structured(request.Inputs.GetValueOrDefault("allowedAccountIds")) ?? [];
        if (allowed.Count > 0 && !allowed.Contains(account ?? request.AccountId))
        {
            throw request.Refuse("allowedAccountIds", allowed, $"the account is {account ?? request.AccountId}.");
        }

        var tags = EmulationRequest.AsMap(Json(request.Inputs.GetValueOrDefault("defaultTags")))?.GetValueOrDefault("tags");
        return new EmulatedProvider(request.Text("region"), account, EmulationRequest.AsMap(tags) ?? ImmutableDictionary<string, object>.Empty);
    }

    private static List<object>? Structured(object? value) =>
        Json(value) is IEnumerable list and not string ? [.. list.Cast<object>()] : null;

    /// <summary>A provider's inputs that are not text travel as JSON text.</summary>
    private static object? Json(object? value) => value is string text ? Plain(JsonDocument.Parse(text).RootElement) : value;

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject()
            .Where(property => property.Value.ValueKind != JsonValueKind.Null)
            .ToImmutableDictionary(property => property.Name, property => Plain(property.Value)!, StringComparer.Ordinal),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Plain(item)!).ToImmutableArray(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
