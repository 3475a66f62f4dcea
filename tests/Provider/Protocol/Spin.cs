using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Provider.Protocol;

/// <summary>The model checker, on a model of docs/protocol.</summary>
internal sealed class Spin : IDisposable
{
    // Where pan puts a state into its table, it returns 0 for one that was not there before.
    private const string Stores = "II = h_store((char *)&now, vsize);";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("drinfra-protocol-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Whether what must hold in every state does, and what pan said.</summary>
    public Task<string> SafetyAsync(string model, params IEnumerable<string> defined) => CheckAsync(model, defined, ["-DSAFETY"], ["-E"], null);

    /// <summary>Whether one Region serves again and again, and what pan said.</summary>
    public Task<string> LivenessAsync(string model, params IEnumerable<string> defined) =>
        CheckAsync(model, defined.Append("LIVE"), ["-DNFAIR=4"], ["-a", "-f"], null);

    /// <summary>The values of some variables in every state, reductions off and assertions ignored.</summary>
    public async Task<HashSet<string>> StatesAsync(string model, IEnumerable<string> defined, IReadOnlyList<string> variables)
    {
        var values = string.Join(", ", variables.Select(variable => $"(int)now.{variable}"));
        var said = await CheckAsync(
            model, defined, ["-DSAFETY", "-DNOREDUCE"], ["-E", "-A"],
            pan =>
            {
                var at = pan.IndexOf(Stores, StringComparison.Ordinal);
                Assert.True(at > 0, "pan stores its states in another way");
                return pan.Insert(at + Stores.Length, $" if (!II) printf(\"#{string.Concat(variables.Select(_ => "%d "))}\\n\", {values});");
            });
        return [.. said.Split('\n').Where(line => line.StartsWith('#')).Select(line => line[1..].Trim())];
    }

    private async Task<string> CheckAsync(string model, IEnumerable<string> defined, string[] compiled, string[] run, Func<string, string>? changed)
    {
        File.Copy(Path.Combine(Repository.Root, "docs", "protocol", model), Path.Combine(_folder, "model.pml"), overwrite: true);
        (await RunAsync("spin", [.. defined.Select(name => $"-D{name}"), "-a", "model.pml"])).Expect();
        if (changed is not null)
        {
            var pan = Path.Combine(_folder, "pan.c");
            await File.WriteAllTextAsync(pan, changed(await File.ReadAllTextAsync(pan)));
        }

        (await RunAsync("cc", ["-O1", "-w", .. compiled, "-o", "pan", "pan.c"])).Expect();
        var report = (await RunAsync(Path.Combine(_folder, "pan"), [.. run, "-m3000000", "-n"])).Expect().Output;

        // Cut short, it would have proved nothing.
        Assert.DoesNotContain("max search depth too small", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Search not completed", report.Contains("errors: 0", StringComparison.Ordinal) ? report : "", StringComparison.Ordinal);
        return report;
    }

    private Task<ProcessRun> RunAsync(string program, string[] arguments) =>
        ProcessRun.Of(_folder, Limit, new Dictionary<string, string>(), program, arguments);
}
