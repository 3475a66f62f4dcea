using System.Text.Json;
using DrInfra.Drctl.Export;
using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider;

/// <summary>drctl's map of names, against the provider's own schema.</summary>
public class MapTests
{
    [ProviderFact(Need.Terraform)]
    public async Task EveryName_IsInTheProvidersSchema()
    {
        using var terraform = Terraform.New();
        File.WriteAllText(
            Path.Combine(terraform.Folder, "main.tf.json"), """{"terraform":{"required_providers":{"aws":{"source":"hashicorp/aws","version":"5.100.0"}}}}""");
        await terraform.InitAsync();
        using var document = JsonDocument.Parse((await terraform.RunAsync(TimeSpan.FromMinutes(1), "providers", "schema", "-json")).Expect().Output);
        var provider = document.RootElement.GetProperty("provider_schemas").GetProperty("registry.terraform.io/hashicorp/aws");
        var resources = provider.GetProperty("resource_schemas");
        var wrong = new List<string>();
        foreach (var (token, type) in TerraformMap.Shipped.Types)
        {
            var schema = token == TerraformMap.ProviderToken ? provider.GetProperty("provider") : resources.GetProperty(type.Name);
            Compare(schema.GetProperty("block"), type.Shape, type.Name, wrong);
        }

        Assert.Empty(wrong);
    }

    private static void Compare(JsonElement block, TerraformShape shape, string path, List<string> wrong)
    {
        foreach (var (name, property) in shape.Exceptions)
        {
            if (property is null)
            {
                if (Find(block, "attributes", TerraformNames.Attribute(name)) is not null
                    || Find(block, "block_types", TerraformNames.Attribute(name)) is not null)
                {
                    wrong.Add($"{path}.{name} is there after all");
                }
            }
            else if (Find(block, "block_types", property.Name) is { } nested)
            {
                if (property.Nested is null)
                {
                    wrong.Add($"{path}.{name} is a block");
                }
                else
                {
                    Compare(nested.GetProperty("block"), property.Nested, $"{path}.{name}", wrong);
                }
            }
            else if (Find(block, "attributes", property.Name) is null)
            {
                wrong.Add($"{path}.{name}: there is no {property.Name}");
            }
        }
    }

    private static JsonElement? Find(JsonElement block, string kind, string name) =>
        block.TryGetProperty(kind, out var members) && members.TryGetProperty(name, out var found) ? found : null;
}
