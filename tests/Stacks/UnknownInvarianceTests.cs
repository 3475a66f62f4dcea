using DrInfra.Tests.Mutants;

namespace DrInfra.Tests.Stacks;

/// <summary>
/// The first preview of a new stack knows no reference and nothing that a provider computes. What is said of it must be what is said
/// of the deployed stack.
/// </summary>
[Collection(ShippedStacksGroup.Name)]
public class UnknownInvarianceTests(ShippedStacks stacks)
{
    [Fact]
    public void FirstPreview_HasTheVerdictsOfTheDeployedStacks()
    {
        var preview = ShippedVerdicts.Of(FirstPreview.Of(stacks.Dev.Graph), FirstPreview.Of(stacks.Dr.Graph));
        var deployed = stacks.Report;

        Assert.Equal(string.Join('\n', deployed.Lines()), string.Join('\n', preview.Lines()));
        Assert.Equal("", string.Join('\n', preview.UnknownLines()));
        Assert.Equal(deployed.Objectives(), preview.Objectives());
    }
}
