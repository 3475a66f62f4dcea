using System.Collections.Immutable;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

/// <summary>Provider functions ("invokes"). An unknown one cannot be answered with something invented: it is an error.</summary>
internal static class EmulatedFunctions
{
    private static readonly ImmutableSortedDictionary<string, Func<EmulationRequest, ImmutableDictionary<string, object>>> Known =
        new Dictionary<string, Func<EmulationRequest, ImmutableDictionary<string, object>>>
        {
            ["aws:index/getCallerIdentity:getCallerIdentity"] = CallerIdentity,
            ["aws:arcregionswitch/getRoute53HealthChecks:getRoute53HealthChecks"] = RegionSwitchResources.HealthChecks,
            ["aws:secretsmanager/getSecretVersion:getSecretVersion"] = SecretsManagerResources.Version,
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <param name="call">The function's token as type, its arguments as inputs.</param>
    /// <param name="account">Whose stack calls, for messages.</param>
    public static ImmutableDictionary<string, object> Call(EmulationRequest call, EmulatedAccount account) =>
        Known.TryGetValue(call.Type, out var function)
            ? function(call)
            : throw new InvalidOperationException(
                $"The emulated cloud does not know the function {call.Type}, which stack {account.Project}/{account.Stack} calls. "
                + $"It knows {string.Join(" and ", Known.Keys)}. Compute the value from settings, or teach it to drctl (Emulation/EmulatedFunctions.cs).");

    private static ImmutableDictionary<string, object> CallerIdentity(EmulationRequest call) => Map(
        ("accountId", call.AccountId),
        ("id", call.AccountId),
        ("arn", call.GlobalArn("iam", "user/emulated")),
        ("userId", "AIDA" + StableIds.Upper(17, call.AccountId, "emulated")));
}
