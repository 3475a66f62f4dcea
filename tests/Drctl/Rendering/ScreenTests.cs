using DrInfra.Drctl.Rendering;

namespace DrInfra.Tests.Drctl.Rendering;

public class ScreenTests
{
    [Fact]
    public void Redirected_ThereIsNoColourAndNoBlankAtTheEndOfALine() => Assert.Equal(
        "title\nfirst second\n",
        Written(writer => new Screen(writer), screen =>
        {
            screen.Line("title  ", Tone.Bold);
            screen.Hanging("first ", "second ", Tone.Dim, Tone.Red);
        }));

    [Fact]
    public void OnATerminal_WordsAreColouredAndTheBlanksBeforeThemAreNot() => Assert.Equal(
        "\e[1mtitle\e[0m\n\e[1;31mstop \e[0mone two\n     three\n  \e[2mwhy not\e[0m\n",
        Written(writer => new Screen(writer, 12, colour: true), screen =>
        {
            screen.Line("title  ", Tone.Bold);
            screen.Hanging("stop ", "one two three", firstTone: Tone.Red);
            screen.Hanging("  ", "why not", Tone.Dim);
        }));

    [Fact]
    public void Text_WrapsUnderItsBeginning_WhereItsOwnLinesEndToo() => Assert.Equal(
        "    {\n      \"a\": 1,\n      \"b\": one\n      three\n    }\n",
        Written(writer => new Screen(writer, 18), screen => screen.Hanging("    ", "{\r\n  \"a\": 1,\n  \"b\": one three\n}")));

    [Fact]
    public void LongWord_IsCut() => Assert.Equal(
        $"  {new string('x', 18)}\n  xx\n",
        Written(writer => new Screen(writer, 20), screen => screen.Hanging("  ", new string('x', 20))));

    [Fact]
    public void WholeLine_IsNotBroken() => Assert.Equal(
        $"{new string('x', 200)}\n",
        Written(writer => new Screen(writer), screen => screen.Line(new string('x', 200))));

    [Theory]
    [InlineData(0, Screen.RedirectedWidth)]
    [InlineData(40, 60)]
    [InlineData(60, 60)]
    [InlineData(61, 61)]
    [InlineData(200, 200)]
    public void Width_FollowsTheTerminal_FromSixtyColumnsOn(int columns, int width) => Assert.Equal(width, Screen.WidthOf(columns));

    private static string Written(Func<TextWriter, Screen> of, Action<Screen> write)
    {
        using var writer = new StringWriter();
        write(of(writer));
        return writer.ToString();
    }
}
