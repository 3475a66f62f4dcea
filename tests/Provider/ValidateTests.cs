using DrInfra.Policies.Graph;
using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider;

/// <summary>The real provider's schema, and its checks of single values, against every shipped stack and many others.</summary>
public class ValidateTests
{
    [ProviderFact(Need.Terraform)]
    public async Task ShippedStacksAndActivations_AreValid()
    {
        using var terraform = Terraform.New();
        ExportedStack.WriteTogether(terraform.Folder,
        [
            ("dev", await ExportedStack.ShippedAsync("dev")),
            ("dr-standby", await ExportedStack.ShippedAsync("dr")),
            ("dr-active", await ExportedStack.ShippedAsync("dr", "activation=active")),
        ]);
        await terraform.InitAsync();

        AssertNone(await terraform.ValidateAsync());
    }

    [ProviderFact(Need.Terraform)]
    public async Task OtherSettings_AreValid()
    {
        using var terraform = Terraform.New();
        var stacks = new List<(string Name, ResourceGraph Graph)>();
        foreach (var (name, settings) in OtherPlatforms.All)
        {
            foreach (var role in new[] { "primary", "standby" })
            {
                stacks.Add(($"{name}-{role}", await ExportedStack.GraphAsync(OtherPlatforms.Configuration(role, settings))));
            }
        }

        ExportedStack.WriteTogether(terraform.Folder, stacks);
        await terraform.InitAsync();

        AssertNone(await terraform.ValidateAsync());
    }

    private static void AssertNone(IReadOnlyList<string> errors) => Assert.True(errors.Count == 0, string.Join('\n', errors));
}
