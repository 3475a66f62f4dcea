using DrInfra.Drctl.Projects;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Drctl.Projects;

public sealed class ProjectFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Scalars_ReachTheProgramAsText()
    {
        Project("name: shop");
        Stack("dev", """
            config:
              text: hello
              yes: True
              quoted: "true"
              number: 1.50
              hex: 0x10
              id: 123456789012
              zeros: "012345678901"
              aws:region: eu-west-1
            """);

        var values = Read("dev").Configuration.Values;

        Assert.Equal("hello", values["shop:text"]);
        Assert.Equal("true", values["shop:yes"]);
        Assert.Equal("true", values["shop:quoted"]);
        Assert.Equal("1.50", values["shop:number"]);
        Assert.Equal("16", values["shop:hex"]);
        Assert.Equal("123456789012", values["shop:id"]);
        Assert.Equal("012345678901", values["shop:zeros"]);
        Assert.Equal("eu-west-1", values["aws:region"]);
    }

    [Fact]
    public void Structures_ReachTheProgramAsJsonWithTypedScalars()
    {
        Project("name: shop");
        Stack("dev", """
            config:
              workloads:
                - name: ledger
                  sizeGb: 40
                  ratio: .5
                  live: true
                  code: "40"
                  note: ~
                  day: 2026-01-01
            """);

        Assert.Equal(
            """[{"name":"ledger","sizeGb":40,"ratio":0.5,"live":true,"code":"40","note":null,"day":"2026-01-01"}]""",
            Read("dev").Configuration.Values["shop:workloads"]);
    }

    [Fact]
    public void AStacksValue_ReplacesTheDefaultWhole()
    {
        Project("""
            name: shop
            config:
              regions:
                type: object
                default: {primary: eu-west-1, standby: eu-central-1}
              pair:
                type: string
                default: main
              short: 5
            """);
        Stack("dev", "config:\n  regions: {primary: us-east-1}");

        var configuration = Read("dev").Configuration;

        Assert.Equal("""{"primary":"us-east-1"}""", configuration.Values["shop:regions"]);
        Assert.Equal("main", configuration.Values["shop:pair"]);
        Assert.Equal("5", configuration.Values["shop:short"]);
        Assert.Equal("Pulumi.dev.yaml", configuration.Sources["shop:regions"].Where.Source);
        Assert.Equal("Pulumi.yaml", configuration.Sources["shop:pair"].Where.Source);
    }

    [Fact]
    public void AnEncryptedValue_IsAPlaceholderAndNoted()
    {
        Project("name: shop");
        Stack("dev", """
            config:
              password:
                secure: v1:abc:def
              nested:
                user: app
                password: {secure: v1:abc:def}
              plain: x
            """);

        var stack = Read("dev");

        Assert.Equal("[secret]", stack.Configuration.Values["shop:password"]);
        Assert.Equal("""{"user":"app","password":"[secret]"}""", stack.Configuration.Values["shop:nested"]);
        Assert.Equal(["shop:nested", "shop:password"], stack.SecretKeys);
    }

    [Fact]
    public void Stacks_AreOrderedByRoleThenName()
    {
        Project("name: shop\nconfig:\n  role: {type: string, default: standby}");
        Stack("a", "config: {}");
        Stack("z", "config: {role: primary}");
        Stack("b", "config: {shop:role: primary}");
        Stack("c", "config: {role: other}");
        Stack("broken", "config: [");

        // A file that cannot be read has the project's default role.
        Assert.Equal(["b", "z", "a", "broken", "c"], ProjectFolder.Open(_folder).Stacks);
    }

    [Theory]
    [InlineData("pair=blue", "shop:pair", "blue")]
    [InlineData("shop:pair=blue", "shop:pair", "blue")]
    [InlineData("aws:region=eu-west-1", "aws:region", "eu-west-1")]
    [InlineData("pair=a=b", "shop:pair", "a=b")]
    [InlineData("pair=", "shop:pair", "")]
    [InlineData("regions.primary=us-east-1", "shop:regions", """{"primary":"us-east-1","standby":"eu-central-1"}""")]
    [InlineData("regions={primary: us-east-1}", "shop:regions", """{"primary":"us-east-1"}""")]
    [InlineData("regions.third.name=x", "shop:regions", """{"primary":"eu-west-1","standby":"eu-central-1","third":{"name":"x"}}""")]
    [InlineData("workloads[0].tier=gold", "shop:workloads", """[{"name":"ledger","tier":"gold"}]""")]
    [InlineData("workloads[1]={name: b}", "shop:workloads", """[{"name":"ledger"},{"name":"b"}]""")]
    [InlineData("new.flag=true", "shop:new", """{"flag":true}""")]
    public void AnOption_OverridesTheFile(string option, string key, string expected)
    {
        Project("name: shop");
        Stack("dev", """
            config:
              pair: main
              regions: {primary: eu-west-1, standby: eu-central-1}
              workloads: [{name: ledger}]
            """);

        var configuration = Read("dev", option).Configuration;

        Assert.Equal(expected, configuration.Values[key]);
        Assert.Equal($"--config {option.Split('=')[0]}", configuration.Sources[key].Where.Source);
    }

    [Theory]
    [InlineData("pair.primary=x", "it is not an object")]
    [InlineData("regions.primary.x=y", "nothing can be set inside shop:regions.primary")]
    [InlineData("regions[0]=y", "it is not a list")]
    [InlineData("workloads[7].tier=gold", "it has 1 items")]
    [InlineData("nonsense", "needs a key and a value")]
    [InlineData("=x", "needs a key and a value")]
    [InlineData("a..b=x", "not well-formed")]
    [InlineData("pair=[", "not valid YAML")]
    public void AnOptionThatCannotBeSet_IsRefused(string option, string expected)
    {
        Project("name: shop");
        Stack("dev", "config:\n  pair: main\n  regions: {primary: eu-west-1}\n  workloads: [{name: ledger}]");

        Assert.Contains(expected, Refused("dev", option).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string", "count: [a]", false)]
    [InlineData("string", "count: 5", true)]
    [InlineData("integer", "count: 5", true)]
    [InlineData("integer", "count: \"5\"", true)]
    [InlineData("integer", "count: 5.5", false)]
    [InlineData("number", "count: 5.5", true)]
    [InlineData("number", "count: many", false)]
    [InlineData("boolean", "count: true", true)]
    [InlineData("boolean", "count: 1", false)]
    [InlineData("object", "count: {a: 1}", true)]
    [InlineData("object", "count: a", false)]
    [InlineData("integer", "count: {secure: v1:x}", true)]
    public void ADeclaredType_IsChecked(string type, string line, bool fits)
    {
        Project($"name: shop\nconfig:\n  count:\n    type: {type}");
        Stack("dev", $"config:\n  {line}");

        if (fits)
        {
            Assert.Contains("shop:count", Read("dev").Configuration.Values.Keys);
        }
        else
        {
            var problem = Assert.Single(Refused("dev").Problems);
            Assert.Equal("Pulumi.dev.yaml:2:10", $"{problem.Where}");
            Assert.Contains($"shop:count must be a", problem.What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AnArraysItems_AreChecked()
    {
        Project("name: shop\nconfig:\n  ports:\n    type: array\n    items: {type: integer}");
        Stack("dev", "config:\n  ports:\n    - 1\n    - two\n    - \"3\"");

        var problems = Refused("dev").Problems;

        Assert.Equal(["Pulumi.dev.yaml:4:7", "Pulumi.dev.yaml:5:7"], problems.Select(problem => $"{problem.Where}"));
        Assert.Contains("shop:ports[1]", problems[0].What, StringComparison.Ordinal);
    }

    [Fact]
    public void AllMistakesOfAllStacks_AreListedAtOnce()
    {
        Project("name: shop\nconfig:\n  owner: {type: string}\n  count: {type: integer}");
        Stack("dev", "config:\n  count: many\n  account: 012345678901\n  blank:");
        Stack("dr", "config:\n  owner: me\n  count: few");

        var exception = Assert.Throws<ProblemsException>(() => ProjectFolder.Open(_folder).Read(["dev", "dr", "prod"]));

        Assert.Contains(exception.Problems, problem => problem.Where is { Source: "Pulumi.dev.yaml", Line: 3 } && problem.Got == "012345678901");
        Assert.Contains(exception.Problems, problem => problem.Where is { Source: "Pulumi.dev.yaml", Line: 4 });
        Assert.Contains(exception.Problems, problem => problem.Where is { Source: "Pulumi.dr.yaml", Line: 3 });
        Assert.Contains(exception.Problems, problem => problem.Got == "prod" && problem.Allowed == "dev, dr");
    }

    [Fact]
    public void ARequiredKeyWithoutValue_NamesTheCommandThatSetsIt()
    {
        Project("name: shop\nconfig:\n  token: {type: string, secret: true}");
        Stack("dev", "");

        Assert.Contains("pulumi config set --stack dev --secret token", Refused("dev").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("config:\n  a: {type: text, default: x}", "unknown type")]
    [InlineData("config:\n  a: {type: strin, default: x}", "did you mean string?")]
    [InlineData("config:\n  a: {type: array, default: [x]}", "without an item type")]
    [InlineData("config:\n  a: {primary: x}", "a.default")]
    [InlineData("config:\n  a: {default: x, value: y}", "both a default and a value")]
    [InlineData("config:\n  aws:region: {default: x}", "another namespace")]
    [InlineData("config:\n  a: {secret: true, default: hunter2}", "must not be here in plain text")]
    [InlineData("config: [a]", "config must be an object")]
    public void AMistakeInTheProjectFile_IsRefusedWithItsLine(string block, string expected)
    {
        Project("name: shop\n" + block);
        Stack("dev", "");

        var exception = Assert.Throws<ProblemsException>(() => ProjectFolder.Open(_folder));

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Matches("^Pulumi.yaml:[23]:[0-9]+$", $"{exception.Problems[0].Where}");
        Assert.DoesNotContain("hunter2", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no name")]
    [InlineData("- a", "one object")]
    [InlineData("name: [", "not valid YAML")]
    [InlineData("name: a\nname: b", "Pulumi.yaml:2:1: name: duplicate key")]
    public void AnUnusableProjectFile_IsRefused(string text, string expected)
    {
        Project(text);

        Assert.Contains(expected, Assert.Throws<ProblemsException>(() => ProjectFolder.Open(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StackFilesInAFolderOfTheirOwn_AreFound()
    {
        Project("name: shop\nstackConfigDir: stacks");
        Directory.CreateDirectory(Path.Combine(_folder, "stacks"));
        File.WriteAllText(Path.Combine(_folder, "stacks", "Pulumi.dev.yaml"), "config: {a: b}");

        var stack = Read("dev");

        Assert.Equal("b", stack.Configuration.Values["shop:a"]);
        Assert.Equal(Path.Combine("stacks", "Pulumi.dev.yaml"), stack.File);
    }

    [Fact]
    public void NoProjectFile_SaysWhere()
    {
        var problem = Assert.Single(Assert.Throws<ProblemsException>(() => ProjectFolder.Open(_folder)).Problems);

        Assert.Equal(_folder, $"{problem.Where}");
        Assert.Contains("Pulumi.yaml", problem.What, StringComparison.Ordinal);
    }

    [Fact]
    public void AMisspeltStack_SuggestsTheNearest()
    {
        Project("name: shop");
        Stack("primary", "");

        Assert.Contains("did you mean primary?", Refused("primry").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AliasesThatContainThemselvesOrExplode_AreRefused()
    {
        Project("name: shop");
        var lines = Enumerable.Range(1, 9).Select(i => $"  a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");
        Stack("dev", "config:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Join('\n', lines));

        Assert.Contains("more than 50000 values", Refused("dev").Message, StringComparison.Ordinal);
    }

    private void Project(string text) => File.WriteAllText(Path.Combine(_folder, "Pulumi.yaml"), text);

    private void Stack(string name, string text) => File.WriteAllText(Path.Combine(_folder, $"Pulumi.{name}.yaml"), text);

    private ProjectStack Read(string stack, params string[] options) => ProjectFolder.Open(_folder).Read(stack, options);

    private ProblemsException Refused(string stack, params string[] options) =>
        Assert.Throws<ProblemsException>(() => ProjectFolder.Open(_folder).Read(stack, options));
}
