using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A configured provider, which other resources can be told to use.</summary>
public class ProviderResource : CustomResource
{
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options) => Package = package;

    public ProviderResource(
        string package, string name, ResourceArgs args, CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : this(package, name, args, options)
    {
    }

    internal string Package { get; }

    /// <summary>How a registration names its provider; empty for the default one.</summary>
    internal static async ValueTask<string> ReferenceAsync(ProviderResource? provider)
    {
        if (provider is null)
        {
            return "";
        }

        await provider.Registration.Completion.ConfigureAwait(false);
        return $"{provider.Registration.Urn}::{provider.Registration.Id ?? Constants.UnknownValue}";
    }
}
