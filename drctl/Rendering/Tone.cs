namespace DrInfra.Drctl.Rendering;

/// <summary>How a text stands out on a terminal. The colours are bold.</summary>
public enum Tone
{
    Plain,
    Bold,
    Dim,
    Red,
    Yellow,
    Green,
}
