namespace RbacGrains.Model.Tests.Reading;

/// <summary>A document without mistakes, and mistakes to make in it.</summary>
public static class Mistakes
{
    public const string Document =
        """
        model: shop
        version: 3
        title: Shop
        denial_status: 401
        inheritance: cap
        default_role: clerk
        plans:
          - { plan: free, title: Free }
          - { plan: paid, title: Paid }
        resources:
          orders: [read, refund]
          keys: [create]
        levels:
          - { level: none, title: None }
          - { level: look, title: Look, verbs: [view] }
          - { level: work, title: Work, verbs: [view, change] }
        areas:
          - title: Stock
            sub_areas:
              - { title: Shelves, shared_by: [labels] }
              - { title: A/B prices, area: prices }
          - title: Reports
        roles:
          - { role: boss, title: Boss, admin: true }
          - { role: clerk, title: Clerk, actions: [orders:read], areas: { stock: work, stock/shelves: look } }
          - { role: auditor, title: Auditor, plans: [paid], actions: [orders:read, stock/labels:view] }
        presets:
          - { title: Night shift, areas: { stock: look, reports: none } }
        gates:
          - { title: Refunds, actions: [orders:refund], plans: [paid], roles: [boss] }
        matrix:
          - { row: Read orders, actions: [orders:read] }
          - { row: Work everywhere, areas: work }
        administration:
          change_members: keys:create

        """;

    /// <summary>Replace this, by that; where the one problem then stands; a part of its message and of its remedy.</summary>
    public static TheoryData<string, string, string, string, string> Each => new()
    {
        // Keys
        { "title: Shop\n", "", "model:", "The document has no 'title'.", "Add `title: ...`." },
        { "title: Shop\n", "title: Shop\ntitel: Shop\n", "titel", "unknown key 'titel'", "Did you mean 'title'?" },
        { "title: Shop\n", "title: Shop\nversion: 4\n", "version: 4", "The key 'version' stands here a second time.", "the first is on line 2" },
        { "{ level: none, title: None }", "{ level: none, title: None, colour: red }", "colour", "The level 'none' has the unknown key 'colour'.", "level, title, description, verbs" },
        { "title: Night shift, ", "", "{ areas:", "A preset has no 'title'.", "Add" },
        { "area: prices", "sub_areas: []", "sub_areas: []", "The sub-area 'A/B prices' has the unknown key 'sub_areas'.", "area, description, shared_by" },
        { "change_members:", "change_member:", "change_member:", "The administration has the unknown key 'change_member'.", "Did you mean 'change_members'?" },

        // Kinds of values
        { "title: Shop\n", "title: 12\n", "12", "'title' of the document is a number, not text.", "Write it in quotes: \"12\"." },
        { "title: Shop\n", "title:\n", "\ndenial_status", "'title' of the document is empty, not text.", "Write a word" },
        { "title: Shop\n", "title: ' '\n", "' '", "'title' of the document is empty.", "Write what people call it." },
        { "title: Shop\n", "title: \"A\\nB\"\n", "\"A", "has more than one line", "on one line" },
        { "title: Shop\n", "title: [Shop]\n", "[Shop]", "'title' of the document is a list, not text.", "Write `title: some words`." },
        { "version: 3", "version: three", "three", "'version' of the document is 'three'.", "at least 1" },
        { "version: 3", "version: 0", "0", "'version' of the document is '0'.", "at least 1" },
        { "version: 3", "version: \"3\"", "\"3\"", "'version' of the document is '3'.", "without quotes" },
        { "admin: true", "admin: true, description: { a: b }", "{ a: b }", "'description' of the role 'boss' is a mapping, not text.", "some words" },
        { "  orders: [read, refund]\n", "  orders: [read, refund]\n  carts: read\n", "read\n  keys", "The resource 'carts' has no list of verbs.", "`carts: [read, create]`" },
        { "plans: [paid], actions: [orders:read,", "plans: paid, actions: [orders:read,", "paid, actions", "'plans' of the role 'auditor' is text, not a list.", "`plans: [ ... ]`" },
        { "plans: [paid], actions: [orders:read,", "plans: [], actions: [orders:read,", "[], actions", "'plans' of the role 'auditor' is empty.", "Leave out 'plans'" },
        { "{ row: Read orders, actions: [orders:read] }", "Read orders", "Read orders", "A row is text, not a mapping.", "row: ..." },
        { "areas: { stock: look, reports: none }", "areas: [stock]", "[stock]", "'areas' of the preset 'Night shift' is a list, not a mapping.", "name: value" },
        { "reports: none", "reports: { all: none }", "{ all", "The area 'reports' of the preset 'Night shift' is a mapping, not a level.", "reports: <level>" },
        { "[orders:read] }\n", "[orders:read, [x]] }\n", "[x]", "An item of 'actions' of the row 'Read orders' is a list, not a word.", "a word" },

        // Values
        { "denial_status: 401", "denial_status: 404", "404", "'denial_status' is '404'", "403" },
        { "inheritance: cap", "inheritance: down", "down", "cannot inherit by 'down'", "`cascade`" },
        { "model: shop", "model: The Shop", "The Shop", "'The Shop' cannot name a model.", "'the-shop'" },
        { "title: Reports", "title: 日本", "日本", "The title '日本' makes no name.", "`area: ...`" },
        { "area: prices", "area: Prices", "Prices }", "'Prices' cannot name a sub-area.", "'prices'" },

        // Declarations
        { "title: Paid }", "title: Paid }\n  - { plan: free, title: Gratis }", "free, title: Gratis", "The plan 'free' is declared a second time.", "Remove one" },
        { "role: auditor", "role: clerk", "clerk, title: Auditor", "The role 'clerk' is declared a second time.", "Remove one" },
        { "[labels]", "[labels, prices]", "prices }\n", "The area 'stock/prices' is declared a second time.", "area: ..." },
        { "[read, refund]", "[read, refund, read]", "read]", "The verb 'read' is declared a second time.", "Remove one" },
        { "- title: Reports", "- title: Reports\n  - title: Keys", "title: Keys", "The area 'keys' has the name of a resource", "`area: ...`" },
        { "row: Work everywhere", "row: Read orders", "row: Read orders, areas", "The row 'Read orders' stands here a second time.", "Remove one" },

        // References
        { "default_role: clerk", "default_role: clark", "clark", "'default_role' refers to the role 'clark'", "Did you mean 'clerk'?" },
        { "clerk, title: Clerk, actions: [orders:read]", "clerk, title: Clerk, actions: [order:read]", "order:read", "The role 'clerk' refers to the action 'order:read'", "Did you mean 'orders:read'?" },
        { "stock/shelves: look }", "stock/shelfs: look }", "stock/shelfs", "The role 'clerk' refers to the area 'stock/shelfs'", "Did you mean 'stock/shelves'?" },
        { "{ stock: look, reports: none }", "{ stock: looks, reports: none }", "looks", "The area 'stock' of the preset 'Night shift' refers to the level 'looks'", "Did you mean 'look'?" },
        { "plans: [paid], actions: [orders:read,", "plans: [gold], actions: [orders:read,", "gold", "The role 'auditor' refers to the plan 'gold'", "The plans are: free, paid." },
        { "actions: [orders:refund]", "actions: [orders:refunds]", "orders:refunds", "The gate 'Refunds' refers to the action 'orders:refunds'", "Did you mean 'orders:refund'?" },
        { "plans: [paid], roles: [boss]", "plans: [pald], roles: [boss]", "pald", "The gate 'Refunds' refers to the plan 'pald'", "Did you mean 'paid'?" },
        { "roles: [boss]", "roles: [bos]", "bos]", "The gate 'Refunds' refers to the role 'bos'", "Did you mean 'boss'?" },
        { "areas: work }\nadmin", "areas: wrk }\nadmin", "wrk", "The row 'Work everywhere' refers to the level 'wrk'", "Did you mean 'work'?" },
        { "change_members: keys:create", "change_members: keys:creat", "keys:creat", "The operation 'change_members' refers to the action 'keys:creat'", "Did you mean 'keys:create'?" },
        { "[orders:read, stock/labels:view]", "[orders:read, stock/labels:view, stock/shelves:view]", "stock/shelves:view", "The role 'auditor' lists the action 'stock/shelves:view' twice.", "Remove one" },

        // Rules
        { "title: Boss, admin: true", "title: Boss", "roles:\n", "No role is an admin", "admin: true" },
        { "title: Boss, admin: true", "title: Boss, admin: true, plans: [paid]", "roles:\n", "No admin role is offered on the plan 'free'", "Add 'free'" },
        { "title: Boss, admin: true", "title: Boss, admin: true, actions: [orders:read]", "actions: [orders:read] }\n  - { role: clerk", "The role 'boss' is an admin, who holds everything, and lists actions", "Leave out 'actions'" },
        { "{ level: none, title: None }", "{ level: none, title: None, verbs: [view] }", "verbs: [view]", "The lowest level 'none' allows view.", "leave out its verbs" },
        { "verbs: [view, change]", "verbs: [change, move]", "verbs: [change", "The level 'work' does not allow view, which the lower level 'look' allows.", "Add view" },
        { "verbs: [view, change]", "verbs: [view]", "verbs: [view] }\nareas", "The level 'work' allows no more than the level 'look'", "at least one more" },
        { "{ stock: work, stock/shelves: look }", "{ stock: look, stock/shelves: work }", "work } }", "The role 'clerk' sets 'stock/shelves' to 'work', above its parent 'stock', which is 'look'.", "Raise 'stock' to 'work'" },
        { "{ stock: look, reports: none }", "{ stock/prices: look }", "look } }\ngates", "The preset 'Night shift' sets 'stock/prices' to 'look', above its parent 'stock', which is not set and so 'none'.", "inheritance: cascade" },
        { "plans: [paid], roles: [boss]", "gate: returns", "{ title: Refunds", "The gate 'returns' names neither plans nor roles", "`roles: [...]`" },
        { "actions: [orders:refund]", "actions: []", "actions: []", "The gate 'Refunds' closes no action.", "List what it closes" },
        { ", areas: work }\nadmin", " }\nadmin", "{ row: Work", "The row 'Work everywhere' stands for no action.", "areas: edit" },

        // YAML
        { "title: Shop\n", "title: &name Shop\n", "&name", "The anchor '&name' names a value.", "Leave it out." },
        { "title: Shop\n", "title: *name\n", "*name", "The alias '*name' stands for a value elsewhere.", "Write the value out." },
        { "title: Shop\n", "title: !!str Shop\n", "!!str", "changes what a value is", "Leave it out." },
        { "change_members: keys:create\n", "change_members: keys:create\n---\nmodel: other\n", "---", "A second document begins here.", "one file" },
        { "title: Shop\n", "title: Shop\n[a, b]: c\n", "[a, b]", "A key is a list.", "plain words" },
    };
}
