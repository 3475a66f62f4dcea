using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

/// <summary>The policy of the key behind a property that names a key, by id, ARN or alias.</summary>
internal static class KeyPolicies
{
    /// <summary>The key; null where it is not in the graph.</summary>
    public static Reference KeyOf(Estate estate, Node user, Prop property)
    {
        var direct = estate.References.Follow(user, property, DetectionTypes.Keys);
        if (direct.Target is not null || estate.References.Follow(user, property, KmsTypes.Alias).Target is not { } alias)
        {
            return direct;
        }

        return estate.References.Follow(alias, alias["targetKeyId"], DetectionTypes.Keys);
    }

    /// <summary>What is wrong with a key for a service that has to use it by itself; null where nothing is.</summary>
    public static Verdict? Refuses(Estate estate, Node key, string service, params string[] actions)
    {
        var own = estate.UsersOf(key, KmsTypes.KeyPolicy, "keyId");
        var policy = own.Count > 0 ? own[0]["policy"] : key.Input("policy");
        if (policy.IsAbsent)
        {
            return Verdict.Violation($"the key {key.Name} has the default policy, which does not let {service} use it");
        }

        if (policy.IsUnknown || policy.Value is { ContainsUnknown: true })
        {
            return Verdict.Unknown("policy");
        }

        return IamDocument.Parse(policy) is { } document && actions.All(action => document.Lets(service, action))
            ? null
            : Verdict.Violation($"the policy of the key {key.Name} does not let {service} use it");
    }
}
