using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider;

/// <summary>The provider's checks of whole resources, which it makes while it plans.</summary>
public sealed class PlanTests(Emulator emulator) : IClassFixture<Emulator>
{
    [ProviderTheory(Need.Emulator)]
    [InlineData("dev")]
    [InlineData("dr")]
    public async Task EveryResource_IsPlanned(string stack, params string[] overrides)
    {
        using var terraform = Terraform.New(emulator);
        var report = ExportedStack.Write(await ExportedStack.ShippedAsync(stack, overrides), terraform.Folder);
        await terraform.InitAsync();

        var plan = await terraform.PlanAsync("-refresh=false");

        Assert.Equal(report.Resources.Values.Sum(), plan.Changes.Count);
        Assert.All(plan.Changes, change => Assert.Equal(["create"], change.Actions));
    }
}
