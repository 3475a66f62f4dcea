using DrInfra.Drctl.Recording;
using DrInfra.Recovery.Settings.Kit;
using Pulumi;

namespace DrInfra.Tests.Drctl.Recording;

/// <summary>What the stand-in for the SDK says at once where the SDK itself hangs.</summary>
public class CircularWaitTests
{
    [StandInFact]
    public async Task AResourceThatDependsOnItsComponent_IsTheCircle() => Assert.StartsWith(
        "resources wait for each other, and would for ever: test:index:Thing child -(dependsOn test:index:Group group)-> test:index:Thing child. ",
        await Refused(() =>
        {
            var group = new Group("group").Done();
            _ = new Thing("child", options: new CustomResourceOptions { Parent = group, DependsOn = { group } });

            // What needs the refused one does not hide the reason.
            _ = new Thing("a-user", new ThingArgs { Text = new Thing("between", options: new CustomResourceOptions { DependsOn = { group } }).Arn });
        }),
        StringComparison.Ordinal);

    [StandInFact]
    public async Task APropertyFromTheUrnOfItsComponent_IsTheCircle() => Assert.StartsWith(
        "resources wait for each other, and would for ever: test:index:Thing child -(text test:index:Group outer)-> test:index:Thing child. ",
        await Refused(() =>
        {
            var outer = new Group("outer").Done();
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer }).Done();
            _ = new Thing("child", new ThingArgs { Text = Output.Format($"in {outer.Urn}") }, new CustomResourceOptions { Parent = inner });
        }),
        StringComparison.Ordinal);

    [StandInFact]
    public async Task TwoThatWaitForEachOther_AreTheCircleFromTheFirstByName() => Assert.StartsWith(
        "resources wait for each other, and would for ever: "
        + "test:index:Thing inside -(dependsOn)-> test:index:Thing user -(dependsOn test:index:Group group)-> test:index:Thing inside. ",
        await Refused(() =>
        {
            var ready = new TaskCompletionSource<string>();
            var group = new Group("group").Done();
            var user = new Thing("user", new ThingArgs { Text = Output.Create(ready.Task) }, new CustomResourceOptions { DependsOn = { group } });
            _ = new Thing("inside", options: new CustomResourceOptions { Parent = group, DependsOn = { user } });
            ready.SetResult("known");
        }),
        StringComparison.Ordinal);

    [StandInFact]
    public async Task AComponentThatDependsOnTheOneItIsIn_IsTheCircle() => Assert.StartsWith(
        "resources wait for each other, and would for ever: "
        + "test:index:Group inner -(dependsOn test:index:Group outer)-> test:index:Thing child -(parent)-> test:index:Group inner. ",
        await Refused(() =>
        {
            var ready = new TaskCompletionSource<Resource>();
            var outer = new Group("outer").Done();
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer, DependsOn = { Output.Create(ready.Task) } }).Done();
            _ = new Thing("child", options: new CustomResourceOptions { Parent = inner });
            ready.SetResult(outer);
        }),
        StringComparison.Ordinal);

    private static async Task<string> Refused(Action program) => (await Assert.ThrowsAsync<ProblemsException>(() =>
        ProgramRecorder.RecordAsync("shop", "dev", Clouds.Of(), () =>
        {
            program();
            return new Dictionary<string, object?>();
        }, TimeSpan.FromHours(1), default))).Message;

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class StandInFactAttribute : FactAttribute
    {
        public StandInFactAttribute()
        {
            if (typeof(Resource).Assembly.GetType("Pulumi.CircularWaitException") is null)
            {
                Skip = "This is the real package, which hangs: StandstillTests say what drctl makes of that.";
            }
        }
    }
}
