import { flat } from '../../../nodes/shared/flat';

test('what tells a record keeps its name, whatever the columns are called', () => {
	expect(flat({ id: 'r1' }, { id: '订单 7', 名称: 'a' })).toEqual({ id: 'r1', 'id (2)': '订单 7', 名称: 'a' });
	expect(flat({ id: 'r1' }, { id: 1, 'id (2)': 2 })).toEqual({ id: 'r1', 'id (3)': 1, 'id (2)': 2 });
	expect(flat({ id: undefined }, { name: 1 })).toEqual({ id: undefined, name: 1 });
});
