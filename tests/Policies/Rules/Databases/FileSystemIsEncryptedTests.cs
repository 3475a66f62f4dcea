using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class FileSystemIsEncryptedTests
{
    private static readonly FileSystemIsEncrypted Rule = new();

    [Theory]
    [InlineData("""{ "encrypted": true }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{}""", "the file system is not encrypted")]
    [InlineData("""{ "encrypted": false }""", "the file system is not encrypted")]
    public void Weakened_IsAViolation(string inputs, string message) => Assert.Equal(["data: " + message], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "encrypted": "?" }""", "encrypted")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property) => Assert.Equal(["data: " + property], Graph(inputs).Unknown(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:efs/fileSystem:FileSystem", "data", inputs);
}
