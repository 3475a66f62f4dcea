using DrInfra.Tests.Fuzz;

namespace DrInfra.Tests.Hosting;

/// <summary>A small share of what the fuzz program tries: `dotnet run -c Release --project tests/Fuzz`.</summary>
public class FuzzTests
{
    private const int Cases = 500;

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    /// <summary>Seeds of a million cases that failed once: a provider whose Region is an empty text.</summary>
    [Theory]
    [InlineData("check", 34889)]
    public void SeedThatFailedOnce_IsReadOrRefused(string name, int seed) =>
        Assert.Empty(FuzzRun.Of(FuzzTargets.All.Single(target => target.Name == name), seed, 1).Failures);

    [Theory]
    [MemberData(nameof(Targets))]
    public void DamagedInput_IsReadOrRefusedWithAStatedError(string name)
    {
        var run = FuzzRun.Of(FuzzTargets.All.Single(target => target.Name == name), first: 0, Cases);

        Assert.Empty(run.Failures);
        Assert.Equal(Cases, run.Read + run.Refused);
        Assert.True(run.Read > 0, "nothing was read: the damage is too great to tell anything");
        Assert.True(run.Refused > 0, "nothing was refused: the damage is too small");
    }
}
