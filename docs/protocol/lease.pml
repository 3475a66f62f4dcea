/* Permission: at most one Region lets the jobs of a workload run. README.md explains the model, its settings and what it leaves out. */

#ifndef T
#define T 2             /* ticks of its own clock since the start of a renewal, after which a gate lets nothing run */
#endif
#ifndef TAKE
#define TAKE 4          /* ticks that a Region watches a lease stand still before it takes it: more than T, by what clocks differ and a read may lag */
#endif
#ifndef FOLLOWERS
#define FOLLOWERS 3     /* the Regions that have a follower: 1 = the first one, 2 = the second one */
#endif

#define OTHER(r) (1 - (r))
#define REACHES(r) (!dead[r] && !cut[r])
#define FOLLOWED(r) ((FOLLOWERS >> r) & 1)
#ifdef FREE
#define PERMITS(r) (!dead[r])
#else
#define PERMITS(r) (!dead[r] && age[r] < T)
#endif

/* The lease: an item of a strongly consistent table in three Regions. A write succeeds if nothing was written since its Region last read. */
bit holder = 0;
bool changed[2];        /* it was written since this Region read it */

bool dead[2];
bool cut[2];            /* reaches neither the other Region nor the witness: its replica of the table refuses everything */
bool meant[2];          /* what its resolver says of the beacon: anything, since caches live and a cut-off resolver tells the past */
byte age[2] = T;        /* ticks since the start of the last renewal that was answered; T = no permission */
byte still[2];          /* ticks that the lease has not changed, as this Region sees it */
byte asked[2];          /* ticks since the request under way began, plus one; 0 = none */
bool landed[2];         /* the request under way was carried out, and is not answered yet */
bool missed[2];         /* its clock has lost a tick since the last answer: clocks differ by no more */

inline older(r) {
#ifndef UNWATCHED
	if :: age[r] < T -> age[r]++ :: else fi;
#endif
	if :: holder != r && still[r] < TAKE -> still[r]++ :: else fi;
	if :: asked[r] > 0 && asked[r] <= T -> asked[r]++ :: else fi
}

/* For liveness, a request that can be answered is answered within a tick. */
#ifdef LIVE
#define DUE(r) (FOLLOWED(r) && REACHES(r) && meant[r] && (asked[r] > 0 || (age[r] > 0 && (holder == r || (!changed[r] && still[r] >= TAKE)))))
#define ENDLESS false
byte events = 6;        /* names and Regions change so often, then the beacon names one that lives */
#else
#define DUE(r) false
#define ENDLESS true
byte events;
#endif

active proctype Clock() {
	do
	:: atomic { !DUE(0) && !DUE(1) -> older(0); older(1) }
	:: atomic { !DUE(0) && !DUE(1) && !missed[0] && (age[0] < T || asked[0] > 0) -> missed[0] = true; older(1) }
	:: atomic { !DUE(0) && !DUE(1) && !missed[1] && (age[1] < T || asked[1] > 0) -> missed[1] = true; older(0) }
	od
}

/* Renews the lease that its Region holds, and takes one that stands still; neither unless the beacon names its Region. */
proctype Follower(bit r) {
	do
	:: atomic { !dead[r] && !meant[r] && age[r] < T -> age[r] = T }
	:: atomic { REACHES(r) && holder != r && changed[r] && asked[r] == 0 -> changed[r] = false;
#ifndef IMPATIENT
		still[r] = 0
#endif
	   }
#ifdef LEASELESS
	:: atomic { !dead[r] && meant[r] && age[r] > 0 -> age[r] = 0 }
#else
	:: atomic { !dead[r] && meant[r] && asked[r] == 0 && age[r] > 0 && (holder == r
#ifndef TIMID
		|| (!changed[r] && still[r] >= TAKE)
#endif
		) -> asked[r] = 1 }
	:: atomic { REACHES(r) && asked[r] > 0 && !landed[r] && (
#ifdef UNCONDITIONAL
		true ||
#endif
		!changed[r]) -> holder = r; changed[OTHER(r)] = true; changed[r] = false; landed[r] = true }
	:: atomic { !dead[r] && landed[r] ->
#ifdef FROM_ANSWER
		age[r] = 0;
#else
		age[r] = (asked[r] > T -> T : asked[r] - 1);
#endif
		asked[r] = 0; landed[r] = false; missed[r] = false }
	:: atomic { !dead[r] && asked[r] > 0 && !landed[r] && (asked[r] > T || changed[r]) -> asked[r] = 0 }    /* given up, or refused */
	:: atomic { !dead[r] && holder == r && changed[r] && asked[r] == 0 -> changed[r] = false }
#endif
#ifdef UNGATED
	:: atomic { !dead[r] && meant[r] && age[r] == T -> age[r] = T - 1 }    /* a pod that starts anew, until its watcher looks */
#endif
	od
}

/* Whatever happens to Regions and names, as often as it likes; for liveness the beacon ends at a Region that lives, and says so everywhere. */
active proctype World() {
	bit r;
	do
#ifdef LIVE
	:: atomic { events == 0 -> if :: !dead[0] -> r = 0 :: !dead[1] -> r = 1 fi; cut[r] = false; meant[OTHER(r)] = false;
#ifdef MUTE
		meant[r] = false;
#else
		meant[r] = true;
#endif
		break }
#endif
	:: atomic { ENDLESS || events > 0 -> if :: ENDLESS :: else -> events-- fi;
		if :: r = 0 :: r = 1 fi;
		if
		:: !dead[OTHER(r)] -> dead[r] = true
		:: cut[r] = !cut[r]
		:: meant[r] = !meant[r]
		fi }
	od
}

/* What must hold in every state. */
active proctype Always() {
	atomic { PERMITS(0) && PERMITS(1) -> assert(!(PERMITS(0) && PERMITS(1))) }
}

init { atomic {
	if :: FOLLOWED(0) -> run Follower(0) :: else fi;
	if :: FOLLOWED(1) -> run Follower(1) :: else fi } }

#ifdef LIVE
ltl serves { []<> (PERMITS(0) || PERMITS(1)) }
#endif
