using DrInfra.Infra.Functions.Follower.Protocol;
using DrInfra.Recovery.Protocol;

namespace DrInfra.Tests.Functions.Protocol;

/// <summary>The follower and a gate of one Region, with requests that take any time, and a clock of its own.</summary>
internal sealed class SimulatedRegion
{
    private static readonly TimeSpan Lasts = LeaseProtocol.Lasts;

    private readonly string _name;
    private readonly string _other;
    private readonly double _rate;
    private readonly Guard _missing;
    private readonly LeaseHolder _holder;
    private readonly Permission _gate;
    private readonly List<LeaseWrite> _late = [];
    private (TimeSpan Began, bool Shown, Lease? Lease)? _read;
    private (TimeSpan Began, bool Shown, Lease? Lease)? _gateRead;
    private (LeaseWrite Write, WriteOutcome? Outcome)? _write;
    private Lease? _shownLast;
    private TimeSpan _fromAnswer;
    private bool _frozen;

    public SimulatedRegion(string name, string other, double rate, Guard missing)
    {
        (_name, _other, _rate, _missing) = (name, other, rate, missing);
        var takesAfter = missing == Guard.Margin ? Lasts * 1.2 : LeaseProtocol.TakesAfter;
        var times = new LeaseTimes(Lasts, takesAfter, LeaseProtocol.Renews, LeaseProtocol.Looks);
        _holder = new LeaseHolder(name, times, Clock(0));
        _gate = new Permission(name, Lasts);
    }

    public bool HasPermitted { get; private set; }

    public bool Permits(double now)
    {
        var local = Clock(now);
        var follower = _missing == Guard.Start ? local < _fromAnswer : _holder.Permits(local);
        HasPermitted |= follower || _gate.Permits(local);
        return follower || _gate.Permits(local);
    }

    public void Do(Deed deed, double now, SimulatedTable table)
    {
        switch (deed)
        {
            case Deed.FollowerThaws: _frozen = false; break;
            case Deed.FollowerFreezes: _frozen = true; break;
            case Deed.ReadIsCarriedOut: _read = Shown(_read, table); break;
            case Deed.WriteIsCarriedOut: CarryOut(table); break;
            case Deed.GateBegins: _gateRead ??= (Clock(now), false, null); break;
            case Deed.GateIsCarriedOut: _gateRead = Shown(_gateRead, table); break;
            case Deed.GateEnds: EndGateRead(Clock(now)); break;
            case Deed.GateLook: Each([Deed.GateBegins, Deed.GateIsCarriedOut, Deed.GateEnds], now, table); break;
            case Deed.Look: Each([Deed.ReadBegins, Deed.ReadIsCarriedOut, Deed.ReadEnds], now, table); break;
            case Deed.Renew: Each([Deed.Look, Deed.WriteBegins, Deed.WriteIsCarriedOut, Deed.WriteIsAnswered, Deed.GateLook], now, table); break;
            default:
                if (!_frozen)
                {
                    Follow(deed, Clock(now));
                }

                break;
        }
    }

    private void Follow(Deed deed, TimeSpan local)
    {
        switch (deed)
        {
            case Deed.MeansThis: _holder.Heard(_name); break;
            case Deed.MeansOther: _holder.Heard(_other); break;
            case Deed.MeansUnknown: _holder.Heard(null); break;
            case Deed.ReadBegins: _read ??= (local, false, null); break;
            case Deed.ReadEnds when _read is { Shown: true } read:
                (_read, _shownLast) = (null, read.Lease);
                _holder.Read(read.Lease, read.Began, local);
                break;
            case Deed.WriteBegins when _write is null && _holder.Next(local) is { } write: _write = (write, null); break;
            case Deed.WriteIsAnswered when _write is (var write, { } outcome):
                _write = null;
                _holder.Answered(write, outcome, local);
                _fromAnswer = outcome == WriteOutcome.CarriedOut ? local + Lasts : _fromAnswer;
                break;
            case Deed.WriteIsGivenUp when _write is var (write, outcome):
                _write = null;
                _holder.Answered(write, WriteOutcome.Unanswered, local);
                if (outcome is null)
                {
                    _late.Add(write);
                }

                break;
        }
    }

    // What was given up arrives some time after.
    private void CarryOut(SimulatedTable table)
    {
        if (_write is (var write, null))
        {
            var on = _missing == Guard.Condition ? _shownLast : write.On;
            _write = (write, table.Write(on, write.To) ? WriteOutcome.CarriedOut : WriteOutcome.Refused);
        }
        else if (_late is [var late, ..])
        {
            _late.RemoveAt(0);
            table.Write(_missing == Guard.Condition ? _shownLast : late.On, late.To);
        }
    }

    private void EndGateRead(TimeSpan local)
    {
        if (_gateRead is { Shown: true } read)
        {
            _gateRead = null;
            _gate.Read(read.Lease, _missing == Guard.OlderRead ? local : read.Began);
            if (_missing == Guard.OlderRead && read.Lease?.Holder == _name)
            {
                _gate.Resume(read.Lease.Value.Epoch, local + Lasts);
            }
        }
    }

    private void Each(Deed[] deeds, double now, SimulatedTable table)
    {
        foreach (var deed in deeds)
        {
            Do(deed, now, table);
        }
    }

    private static (TimeSpan Began, bool Shown, Lease? Lease)? Shown((TimeSpan Began, bool Shown, Lease? Lease)? read, SimulatedTable table) =>
        read is { Shown: false } open ? (open.Began, true, table.Lease) : read;

    private TimeSpan Clock(double now) => TimeSpan.FromMilliseconds(1000 + (now * _rate));
}
