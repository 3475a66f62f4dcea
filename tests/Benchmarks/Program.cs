using System.Globalization;
using DrInfra.Tests.Benchmarks;

return args switch
{
    ["preview"] => await PreviewBenchmark.RunAsync(),
    ["check"] => await CheckBenchmark.RunAsync(),
    ["export"] => await ExportBenchmark.RunAsync(),
    ["services"] => ServicesBenchmark.Run(),
    ["ratios", .. var only] => await RatiosBenchmark.RunAsync(only),
    ["analyzer"] => await AnalyzerBenchmark.RunAsync(),
    ["measure-preview", var workloads] => await MeasureAsync(workloads),
    _ => Help(),
};

static async Task<int> MeasureAsync(string workloads)
{
    await PreviewBenchmark.MeasureAsync(int.Parse(workloads, CultureInfo.InvariantCulture));
    return 0;
}

static int Help()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Benchmarks -- preview|check|export|services|analyzer|ratios");
    return 2;
}
