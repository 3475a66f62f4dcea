using DrInfra.Recovery.Figures;

namespace DrInfra.Drctl.Reports.Json;

/// <summary>A figure in seconds; null where it is unknown.</summary>
internal sealed record FigureJson(double? Typical, double? Worst, string Basis)
{
    public static FigureJson Of(Figure figure) => new(figure.Typical, figure.Worst, figure.Basis.Text());
}
