using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider;

/// <summary>The provider's checks of whole resources, which it makes while it plans.</summary>
public class PlanTests
{
    [ProviderTheory(Need.Emulator)]
    [InlineData("dev")]
    [InlineData("dr")]
    public async Task EveryResource_IsPlanned(string stack)
    {
        using var emulator = new Emulator();
        await emulator.StartAsync();
        using var terraform = Terraform.New(emulator);
        var report = ExportedStack.Write(await ExportedStack.ShippedAsync(stack), terraform.Folder);
        await terraform.InitAsync();

        var plan = await terraform.PlanAsync("-refresh=false");

        Assert.Equal(report.Resources.Values.Sum(), plan.Changes.Count);
        Assert.All(plan.Changes, change => Assert.Equal(["create"], change.Actions));
    }
}
