using System.Globalization;
using DrInfra.Tests.Fuzz;

// Damages what users and the engine hand in: `fuzz [TARGET] [CASES] [FIRST SEED] [--graphs FILE...]`. A failure is printed with its seed, which gives it again.
var files = args.SkipWhile(argument => argument != "--graphs").Skip(1).ToArray();
args = [.. args.TakeWhile(argument => argument != "--graphs")];
var chosen = (files.Length > 0 ? [FuzzTargets.CheckOf(files)] : FuzzTargets.All).Where(target => args.Length == 0 || target.Name == args[0]).ToArray();
if (chosen.Length == 0)
{
    Console.Error.WriteLine(
        $"usage: dotnet run -c Release --project tests/Fuzz -- [{string.Join('|', FuzzTargets.All.Select(target => target.Name))}] [cases] [first seed] "
            + $"[--graphs file...]");
    return 2;
}

var cases = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000_000;
var first = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0;
var failed = false;
foreach (var target in chosen)
{
    var run = FuzzRun.Of(target, first, cases);
    Console.WriteLine(
        $"{target.Name}: {cases} cases, {run.Read} read, {run.Refused} refused with a stated error, {run.Failures.Count} failed, slowest "
            + $"{run.Slowest.TotalMilliseconds:0} ms (seed {run.SlowestSeed}), {run.Elapsed.TotalSeconds:0} s");
    foreach (var failure in run.Failures.Take(20))
    {
        Console.WriteLine($"  seed {failure.Seed}: {failure.Reason}");
    }

    failed |= run.Failures.Count > 0;
}

return failed ? 1 : 0;
