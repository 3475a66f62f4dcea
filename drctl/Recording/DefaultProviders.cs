using System.Text.Json;
using DrInfra.Infra.Settings;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Drctl.Recording;

/// <summary>The engine's setting that turns off providers which the program did not declare.</summary>
public static class DefaultProviders
{
    private const string Key = "pulumi:disable-default-providers";

    /// <summary>The engine refuses a resource without provider where default providers are off; so must a preview.</summary>
    /// <exception cref="ProblemsException">Names each such resource.</exception>
    public static void Refuse(ResourceGraph graph, StackConfiguration configuration)
    {
        if (!configuration.Values.TryGetValue(Key, out var text))
        {
            return;
        }

        string[] packages;
        try
        {
            packages = JsonSerializer.Deserialize<string[]>(text) ?? [];
        }
        catch (JsonException)
        {
            throw new ProblemsException(new Problem(
                $"{Key} is not a list of strings", configuration.Sources.GetValueOrDefault(Key)?.Where, text,
                "a list of packages, as in [aws, kubernetes], or [\"*\"]"));
        }

        Problem[] problems =
        [
            .. graph.Resources
                .Where(resource => resource is { Custom: true, Provider: null } && resource.Type.Split(':')[0] is var package && package != "pulumi"
                    && (packages.Contains(package) || packages.Contains("*")))
                .Select(resource => new Problem(
                    "the default provider is disabled, and this resource has no explicit provider",
                    $"{resource.Type} {resource.Name}",
                    Fix: "pass the provider of its Region to the resource or its component")),
        ];
        if (problems.Length > 0)
        {
            throw new ProblemsException(problems);
        }
    }
}
