using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class FileSystemWarmsUpByUseTests
{
    private static readonly FileSystemWarmsUpByUse Rule = new();

    [Theory]
    [InlineData("""{ "lifecyclePolicies": [{ "transitionToIa": "AFTER_30_DAYS" }, { "transitionToPrimaryStorageClass": "AFTER_1_ACCESS" }] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "lifecyclePolicies": [{ "transitionToArchive": "AFTER_90_DAYS" }] }""",
        "infrequently accessed files stay in cold storage when they are read")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{}""")]
    public void Other_IsNotJudged(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:efs/fileSystem:FileSystem", "data", inputs);
}
