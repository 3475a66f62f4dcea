using DrInfra.SdkGenerator;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.Tests.Generator;

public class TypeExprTests
{
    [Theory]
    [InlineData("string")]
    [InlineData("list<map<list<integer>>>")]
    [InlineData("union<string,list<union<integer,string>>,ref:iam/ServicePrincipal>")]
    [InlineData("enum:rds/EngineType")]
    [InlineData("list<union<string,res:iam/Role>>")]
    [InlineData("ref:meta/v1/ObjectMeta")]
    [InlineData("const:\"apps/v1\"")]
    public void TypeOfTheGrammar_IsReadAndWrittenBackUnchanged(string text) => Assert.Equal(text, TypeExpr.Parse(text).ToString());

    [Theory]
    [InlineData("strin")]
    [InlineData("list<string")]
    [InlineData("list<string,string>")]
    [InlineData("union<string>")]
    [InlineData("set<string>")]
    [InlineData("ref:NoModule")]
    [InlineData("list<nothing>")]
    [InlineData("")]
    public void TextOutsideTheGrammar_IsRejectedWithTheGrammar(string text)
    {
        GeneratorException error = Assert.Throws<GeneratorException>(() => TypeExpr.Parse(text));
        Assert.Contains("union<A,B>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Walk_GivesEveryPartOutermostFirst() => Assert.Equal(
        ["list<union<string,ref:a/B>>", "union<string,ref:a/B>", "string", "ref:a/B"],
        TypeExpr.Parse("list<union<string,ref:a/B>>").Walk().Select(t => t.ToString()));

    [Fact]
    public void PropertyWithUnknownType_NamesOwnerAndProperty()
    {
        GeneratorException error = Assert.Throws<GeneratorException>(
            () => DemoSchemas.EmitResource("""[{"name":"size","type":"int"}]"""));
        Assert.Contains("demo:db/thing:Thing.size", error.Message, StringComparison.Ordinal);
        Assert.Contains("'int'", error.Message, StringComparison.Ordinal);
    }
}
