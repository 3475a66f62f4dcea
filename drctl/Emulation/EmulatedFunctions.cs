using System.Collections.Immutable;

namespace DrInfra.Drctl.Emulation;

/// <summary>Provider functions ("invokes"). An unknown one cannot be answered with something invented: it is an error.</summary>
internal static class EmulatedFunctions
{
    public static ImmutableDictionary<string, object> Call(
        string token,
        EmulatedAccount account,
        string accountId,
        string partition) => token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => ImmutableDictionary<string, object>.Empty
            .Add("accountId", accountId)
            .Add("id", accountId)
            .Add("arn", $"arn:{partition}:iam::{accountId}:user/emulated")
            .Add("userId", "AIDA" + StableIds.Upper(17, accountId, "emulated")),
        _ => throw new InvalidOperationException(
            $"The emulated cloud does not know the function {token}, which stack {account.Project}/{account.Stack} calls. "
            + "It knows aws:index/getCallerIdentity:getCallerIdentity. "
            + "Compute the value from settings, or teach it to drctl (Emulation/EmulatedFunctions.cs)."),
    };
}
