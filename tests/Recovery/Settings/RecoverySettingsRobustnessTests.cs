using System.Diagnostics;
using System.Globalization;
using System.Text;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Settings.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Recovery.Settings;

public class RecoverySettingsRobustnessTests
{
    private static readonly string[] Pieces =
    [
        "objectives", "workloads", "tiers", "assumptions", "evidence", "waivers", "rules", "counterparts", "id", "value", "region", "rpo", "measured", "all",
        ":", ": ", "- ", "\n", "\n  ", "\n    ", "\n- ", "[", "]", "{", "}", ",", "&a ", "*a", "<<: *a", "? ", "|", ">", "|2-", "'", "\"", "\\", "\\x",
        "\\U00110000", "\\uD800",
        "#", "%YAML 9.9\n", "%TAG ! x\n", "---", "\n---\n", "...", "!!binary ", "!<", "!", "@", "`", "\t", "\r", " ", "~", "null", "5m", "200 MB/s",
        "2026-11-24",
        "\0", "\u0001", "\u0085", "\u2028", "\ufeff", "\uffff", "\ud83d", "é", "1e999", "-0", ".inf", "=",
    ];

    [Fact]
    public void AnyText_IsReadOrRefusedWithAReason() => Prop.ForAll(
        Gen.OneOf(
            Gen.Elements(Pieces).ListOf().Select(string.Concat),
            Gen.Elements(Pieces).ArrayOf(40).Select(string.Concat),
            Gen.Choose(0, 0xffff).Select(code => (char)code).ArrayOf(20).Select(characters => new string(characters))).ToArbitrary(),
        text =>
        {
            ReadOrRefused(text);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void AnyBytes_AreReadOrRefusedWithAReason() => Prop.ForAll(
        Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(12).ToArbitrary(),
        bytes =>
        {
            WithFile(bytes, path =>
            {
                try
                {
                    RecoverySettingsFile.Read(path);
                }
                catch (ProblemsException exception)
                {
                    Assert.NotEmpty(exception.Problems);
                }
            });
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("[", 250_000, "nested deeper than")]
    [InlineData("{a: ", 100_000, "nested deeper than")]
    [InlineData("- ", 200_000, "nested deeper than")]
    [InlineData("? ", 200_000, "nested deeper than")]
    [InlineData("a\n", 200_000, "the file must contain one object")]
    [InlineData("\n", 400_000, null)]
    [InlineData("- a\n", 100_000, "more than 50000 values")]
    [InlineData("a", 500_001, "the file is too large")]
    [InlineData("&a ", 150_000, "not valid YAML")]
    [InlineData("'", 400_001, "not valid YAML")]
    [InlineData("!", 400_000, "the file must contain one object")]
    [InlineData("\t", 400_000, null)]
    [InlineData("# a\n", 100_000, null)]
    public void ManyTimesTheSame_IsNoTrouble(string piece, int times, string? reason)
    {
        var watch = Stopwatch.StartNew();
        var message = ReadOrRefused(string.Concat(Enumerable.Repeat(piece, times)));
        Assert.True(reason is null || message!.Contains(reason, StringComparison.Ordinal), message);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("workloads:\n")]
    [InlineData("rules:\n")]
    [InlineData("unknown:\n")]
    [InlineData("objectives:\n  workloads:\n")]
    public void ManyKeys_AreNoTrouble(string section)
    {
        var text = new StringBuilder(section);
        for (var at = 0; at < 5_000; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    key-{at}: {{ other-{at}: [x] }}\n");
        }

        var watch = Stopwatch.StartNew();
        Assert.InRange(RecoverySettingsFileTests.Refused(text.ToString()).Problems.Count, 1, 201);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void AliasesOfAliases_AreCounted()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var at = 1; at < 20; at++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{at}: &a{at} [{string.Join(", ", Enumerable.Repeat($"*a{at - 1}", 10))}]\n");
        }

        Assert.Contains("more than 50000 values", RecoverySettingsFileTests.Refused(text.ToString()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: &x [*x]", "an alias is inside the value that it refers to")]
    [InlineData("a: *x", "no anchor with this name")]
    [InlineData("a: !secret b", "this YAML tag is not supported")]
    [InlineData("[a]: b", "a key must be a string")]
    [InlineData("a: b\n---\nc: d", "more than one YAML document")]
    [InlineData("waivers:\n\t- rule: a", "indent with spaces, not with tabs")]
    [InlineData("a: b\0c: d", "recovery.yaml:1: the character U+0000 is not allowed")]
    [InlineData("a: b\nwaivers: [\n", "recovery.yaml:2: not valid YAML")]
    [InlineData("waivers: [", "recovery.yaml:1: not valid YAML")]
    public void BrokenYaml_IsExplained(string text, string reason) =>
        Assert.Contains(reason, RecoverySettingsFileTests.Refused(text).Message, StringComparison.Ordinal);

    [Fact]
    public void MissingFile_IsExplained()
    {
        var exception = Assert.Throws<ProblemsException>(() => RecoverySettingsFile.Read("no/such/recovery.yaml"));
        Assert.Contains("no/such/recovery.yaml: file not found", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(exception.Problems).Fix);
    }

    [Fact]
    public void Folder_IsNoFile() =>
        Assert.Contains(
            "the file cannot be read", Assert.Throws<ProblemsException>(() => RecoverySettingsFile.Read(Path.GetTempPath())).Message, StringComparison.Ordinal);

    [Fact]
    public void BytesThatAreNoUtf8_AreExplained() => WithFile([0x61, 0x3a, 0x20, 0xff], path =>
        Assert.Contains("not UTF-8", Assert.Throws<ProblemsException>(() => RecoverySettingsFile.Read(path)).Message, StringComparison.Ordinal));

    [Fact]
    public void ByteOrderMark_IsNotRead() => WithFile([0xef, 0xbb, 0xbf, .. "rules: { all: advisory }"u8], path =>
    {
        var settings = RecoverySettingsFile.Read(path);
        Assert.Equal(path, settings.Source);
        Assert.Equal("all", Assert.Single(settings.Rules).Id);
    });

    private static string? ReadOrRefused(string text)
    {
        try
        {
            RecoverySettingsFile.Parse(text, "recovery.yaml");
            return null;
        }
        catch (ProblemsException exception)
        {
            Assert.NotEmpty(exception.Problems);
            Assert.All(exception.Problems, problem => Assert.NotEmpty(problem.What));
            return exception.Message;
        }
    }

    private static void WithFile(byte[] bytes, Action<string> use)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
