using System.Text.Json;

namespace DrInfra.Tests.Provider.Tools;

/// <summary>Asks the emulator by the AWS CLI, which shares no code with what made the answer.</summary>
internal static class AwsCli
{
    public static async Task<JsonElement> AskAsync(Emulator emulator, string region, string command)
    {
        var environment = new Dictionary<string, string>(emulator.Environment, StringComparer.Ordinal) { ["AWS_DEFAULT_REGION"] = region, ["AWS_PAGER"] = "" };
        var run = await ProcessRun.Of(Path.GetTempPath(), TimeSpan.FromMinutes(1), environment, "aws", [.. command.Split(' '), "--output", "json"]);
        using var document = JsonDocument.Parse(run.Expect().Output);
        return document.RootElement.Clone();
    }
}
